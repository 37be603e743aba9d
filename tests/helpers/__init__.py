"""What tests share: a day, its clock, and people to fill it."""
