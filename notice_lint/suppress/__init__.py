"""What hides a finding, with its reason: comments, settings, a baseline."""
