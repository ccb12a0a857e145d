"""A comparison to text: for readers, counsel, a pull request and machines, all from one list of changes."""
