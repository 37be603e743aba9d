"""From keystrokes to badge codes."""
