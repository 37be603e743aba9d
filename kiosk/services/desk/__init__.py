"""The registration desk: who comes, who leaves, who walks in, and what may be changed there."""
