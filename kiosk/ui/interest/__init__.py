"""The interest station: everyone says, in private, whom they would like to see again."""
