"""Names of WordprocessingML (ECMA-376 part 1, clause 17) that more than one module uses, with their namespaces."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

P, R, T, VAL = W + "p", W + "r", W + "t", W + "val"
PPR, RPR, PSTYLE, RSTYLE, VANISH = W + "pPr", W + "rPr", W + "pStyle", W + "rStyle", W + "vanish"
SDT, SDT_CONTENT, TEXT_BOX = W + "sdt", W + "sdtContent", W + "txbxContent"
ALTERNATE, CHOICE, FALLBACK = MC + "AlternateContent", MC + "Choice", MC + "Fallback"
# The strict form of ISO/IEC 29500 has the same names in other namespaces: beginning there → beginning here
STRICT = (
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1]),
    ("http://purl.oclc.org/ooxml/officeDocument/", "http://schemas.openxmlformats.org/officeDocument/2006/"),
    ("http://purl.oclc.org/ooxml/drawingml/main", A[1:-1]),
)
