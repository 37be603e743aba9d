"""The camera at the desk: a webcam that reads badge codes. Its pictures are never kept."""
