// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/i18n/language.h>

#include <QCoreApplication>
#include <QLibraryInfo>

namespace headroom::present {

Language::Language(QObject *parent) : QObject(parent)
{
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_qtTranslator);
}

QString Language::idFor(const QLocale &locale)
{
    return locale.language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

QStringList Language::ids()
{
    return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}

QLocale Language::locale() const
{
    return m_id == u"zh_CN" ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English, QLocale::UnitedStates);
}

bool Language::select(const QString &id)
{
    if (!ids().contains(id))
        return false;
    if (id == m_id)
        return true;
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_qtTranslator);
    m_id = id;
    if (id != u"en") {
        if (m_translator.load(QStringLiteral(":/i18n/headroom_%1.qm").arg(id)))
            QCoreApplication::installTranslator(&m_translator);
        // Qt's own words (OK, Cancel, the file dialog), where the system has them.
        if (m_qtTranslator.load(QStringLiteral("qtbase_%1").arg(id), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&m_qtTranslator);
    }
    QLocale::setDefault(locale());
    emit changed();
    return true;
}

} // namespace headroom::present
