"""What is said, in which languages: compiling the catalogues, adding and counting them."""
