// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page_writer.h"

#include <present/proposal/proposal_document.h>

namespace headroom::ui {

// Draws a table over as many pages as it takes; the header repeats, a row never breaks.
void writeTable(PageWriter &page, const present::ProposalTable &table);

} // namespace headroom::ui
