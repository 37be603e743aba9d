"""The organisers' plan page: how good the plan is, making another one, and changing it by hand."""
