// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>
#include <QStringList>
#include <QTranslator>

namespace headroom::present {

// The language of every sentence: "en" or "zh_CN". Switching installs the translator and tells everyone to read their
// texts again. GUI thread.
class Language : public QObject {
Q_OBJECT

public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    // The language of a locale: "zh_CN" for any Chinese, else "en".
    static QString idFor(const QLocale &locale);
    static QStringList ids();

    const QString &id() const { return m_id; }
    QLocale locale() const;

    // False for an id that is not among ids(); the language then stays.
    bool select(const QString &id);

signals:
    void changed();

private:
    void install();

    QString m_id = QStringLiteral("en");
    QTranslator m_translator;
    QTranslator m_qtTranslator;
};

} // namespace headroom::present
