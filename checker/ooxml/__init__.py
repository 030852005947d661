"""Office Open XML, as far as both the .docx reader and the .docx annotator need it."""
