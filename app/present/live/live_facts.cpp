// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/live/live_facts.h>

#include <QRegularExpression>
#include <QUrl>

namespace headroom::present {

bool isLivePrice(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return true;
    const auto price = core::Money::parse(core::Currency::USD, typed.toStdString());
    return price && price->micros() >= 0;
}

bool isLiveWebhook(const QString &text)
{
    static const QRegularExpression kVariable(QStringLiteral("^env:[A-Za-z_][A-Za-z0-9_]*$"));
    if (text.isEmpty() || kVariable.match(text).hasMatch())
        return true;
    const QUrl url(text, QUrl::StrictMode);
    // User and password would be stored with the address.
    return url.isValid() && (url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty() && url.userInfo().isEmpty();
}

} // namespace headroom::present
