"""The organisers' page about the room: what it shows, and what it sounds like."""
