"""The host's station: the programme, the time, the room, and what to do about it."""
