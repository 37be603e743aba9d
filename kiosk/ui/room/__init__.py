"""The room display: one painted picture for everyone, read from ten metres."""
