// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// What went wrong, as a sentence in the program's language. It is made from the error's code, field, file and line; its
// English detail is for logs and tool tips.
class ErrorTexts {
Q_DECLARE_TR_FUNCTIONS(ErrorTexts)

public:
    static QString sentence(const core::Error &error);
};

} // namespace headroom::present
