"""The organisers' pages: the plan, the people, and the results."""
