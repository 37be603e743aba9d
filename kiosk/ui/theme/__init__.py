"""The visual language: tokens, fonts, icons and one stylesheet filled from them."""
