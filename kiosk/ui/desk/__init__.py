"""The registration desk: scan or search, see one clear answer, move on."""
