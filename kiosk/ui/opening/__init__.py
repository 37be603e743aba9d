"""What stands before the main window: open an event, make one, or try the demo."""
