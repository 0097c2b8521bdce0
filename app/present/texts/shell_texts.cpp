// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/texts/shell_texts.h>

namespace headroom::present {

QString ShellTexts::aboutText(const QString &version)
{
    return tr("Headroom %1 sizes, prices and watches the GPUs behind an LLM service. Free software under the GNU General Public License, version 3 or later.").arg(version);
}

} // namespace headroom::present
