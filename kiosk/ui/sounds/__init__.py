"""What can be heard: sounds at the desk, chimes and a voice for the room, all of them optional."""
