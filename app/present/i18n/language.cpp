// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/i18n/language.h>

#include <QCoreApplication>
#include <QLibraryInfo>

// Resources of a static library are only linked in where somebody asks for them; the macro wants to stand outside every namespace.
static void keepTranslations()
{
    Q_INIT_RESOURCE(headroom_translations);
}

namespace headroom::present {

Language::Language(QObject *parent) : QObject(parent)
{
    keepTranslations();
    install();
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
    m_id = id;
    install();
    emit changed();
    return true;
}

void Language::install()
{
    QLocale::setDefault(locale());
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_qtTranslator);
    // English is the source text, but its plural forms are looked up too.
    if (m_translator.load(QStringLiteral(":/headroom/i18n/headroom_%1.qm").arg(m_id)))
        QCoreApplication::installTranslator(&m_translator);
    // Qt's own words (OK, Cancel, the file dialog), where the system has them.
    if (m_qtTranslator.load(QStringLiteral("qtbase_%1").arg(m_id), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTranslator);
}

} // namespace headroom::present
