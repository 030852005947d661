"""A whole county or province: many reports judged, kept, compared, added up."""
