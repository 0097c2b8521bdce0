// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/texts/error_texts.h>

#include <present/session/scenario_fields.h>
#include <present/texts/field_texts.h>

namespace headroom::present {
namespace {

// "hardware.gpus[2]" -> the label of hardware.gpus; a field of something else keeps its path.
QString fieldName(const std::string &path)
{
    const QString field = QString::fromStdString(path).section(u'[', 0, 0);
    return findField(field) ? FieldTexts::label(field) : field;
}

} // namespace

QString ErrorTexts::sentence(const core::Error &error)
{
    using enum core::ErrorCode;
    const QString field = fieldName(error.field);
    const bool named = !field.isEmpty();
    QString text;
    switch (error.code) {
    case BadValue: text = named ? tr("“%1” does not take this value.").arg(field) : tr("A value is out of its range."); break;
    case UnknownField: text = named ? tr("There is no field “%1”.").arg(field) : tr("There is a field that Headroom does not know."); break;
    case UnknownId: text = named ? tr("“%1” names something that the catalog does not hold.").arg(field) : tr("Something is named that the catalog does not hold."); break;
    case Unsupported: text = named ? tr("Headroom cannot answer for this “%1”.").arg(field) : tr("This is understood, but Headroom cannot answer for it."); break;
    case Syntax: text = tr("The content is not in the expected form."); break;
    case TooLarge: text = tr("The content is larger than Headroom accepts."); break;
    case NotFound: text = tr("It is not there."); break;
    case Unreadable: text = tr("The file or folder cannot be read."); break;
    case Unwritable: text = tr("The file or folder cannot be written."); break;
    case Network: text = tr("The server cannot be reached, or broke off."); break;
    case Timeout: text = tr("The server takes too long."); break;
    case Database: text = tr("The database reports a fault."); break;
    case NewerSchema: text = tr("It was written by a newer Headroom."); break;
    case Damaged: text = tr("The stored content is damaged."); break;
    case NotAvailable: text = tr("This is not built in."); break;
    case Cancelled: text = tr("A newer input took its place."); break;
    }
    if (!error.file.empty())
        text = error.line > 0 ? tr("%1, line %2: %3").arg(QString::fromStdString(error.file)).arg(error.line).arg(text)
                              : tr("%1: %2", "file: what is wrong").arg(QString::fromStdString(error.file), text);
    return text;
}

} // namespace headroom::present
