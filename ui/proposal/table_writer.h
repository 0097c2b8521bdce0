// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page_writer.h"

#include <present/proposal/proposal_document.h>

namespace headroom::ui {

// A table up to this height (points) stands on one page.
inline constexpr qreal kKeptTogether = 260;

qreal tableHeight(PageWriter &page, const present::ProposalTable &table);

// Draws a table over as many pages as it takes; the header repeats, a row never breaks.
void writeTable(PageWriter &page, const present::ProposalTable &table);

} // namespace headroom::ui
