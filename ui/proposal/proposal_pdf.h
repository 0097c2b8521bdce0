// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <present/proposal/proposal_document.h>

#include <QString>

namespace headroom::ui {

// Writes a proposal as PDF, A4: embedded fonts, charts as vectors, text that extracts as written. The file appears whole
// or not at all. Errors: Unwritable with the file. GUI thread (charts are drawn by their widgets), under a second.
core::Result<void> writeProposalPdf(const present::ProposalDocument &document, const QString &file);

} // namespace headroom::ui
