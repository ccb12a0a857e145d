"""Rules and notices to blocks."""
