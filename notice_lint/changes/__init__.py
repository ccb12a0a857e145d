"""What differs between two versions of a notice, what it means for people, and what it asks for."""
