"""Results out: workbooks that give nothing away."""
