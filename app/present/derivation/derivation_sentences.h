// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/derivation/derivation.h>

#include <QStringList>

namespace headroom::present {

// A derivation as plain sentences, the figure first, then what it rests on, each quantity once:
//   "GPUs = Replicas × GPUs of a replica = 2 × 8 = 16"
//   "Users: 10,000 people (chosen in the scenario)"
// `depth` levels below the figure (0: the figure alone; negative: all).
QStringList derivationSentences(const core::Derivation &derivation, int depth = -1);

// The same tree indented by two spaces a level, for the clipboard.
QString derivationOutline(const core::Derivation &derivation);

} // namespace headroom::present
