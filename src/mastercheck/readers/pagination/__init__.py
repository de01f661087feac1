"""The pages of a DOCX, which the file itself does not say: what Word stored, an office suite's count, or our own layout (`ladder`)."""
