"""CSV and workbooks in: what organisers send becomes typed records."""
