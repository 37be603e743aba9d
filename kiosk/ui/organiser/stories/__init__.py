"""The organisers' page of stories: what can be shown, how it will look, who said yes to it."""
