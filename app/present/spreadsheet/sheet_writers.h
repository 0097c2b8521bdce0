// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <present/spreadsheet/workbook.h>

#include <QByteArray>

namespace headroom::present {

// Writes an Office Open XML workbook beside the target and renames over it. Formulas carry the values that they have now, so
// that a reader which does not calculate shows them. Error: Unwritable with the file.
core::Result<void> writeXlsx(const Workbook &workbook, const QString &file);

// One sheet as RFC 4180 text in UTF-8, CRLF at line ends: numbers with a decimal point and as many digits as they have, formulas
// as their values. A text that a spreadsheet would take for a formula is kept a text by a leading apostrophe.
QByteArray toCsv(const Sheet &sheet);

} // namespace headroom::present
