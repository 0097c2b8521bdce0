// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/number_format.h>
#include <core/catalog/source.h>

#include <string>

namespace headroom::core {

// What published evaluations say about answers in a number format, against the same model in 16 bits.
struct QualityNote {
    std::string text;   // an English sentence without a full stop
    Source source;
};

// Of formats that a person allowed although they hold fewer bits than the checkpoint's own; bf16: empty.
QualityNote qualityNoteOf(NumberFormat format);

} // namespace headroom::core
