"""What a document, a place in it, and a verdict on it are: frozen data, without behaviour beyond looking things up."""
