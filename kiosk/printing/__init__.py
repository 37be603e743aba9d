"""Papers: data in, PDF bytes out. Knows neither screens nor the database."""
