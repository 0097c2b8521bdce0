// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/texts/price_texts.h>

#include <present/format/figure_format.h>

#include <QFileInfo>

#include <array>

namespace headroom::present {

QString PriceTexts::summary(const core::PricePreview &preview)
{
    const FigureFormat format;
    const auto count = [&](std::size_t n) { return format.count(static_cast<double>(n)); };
    QStringList sentences{tr("%1 rows read: %2 prices are new, %3 changed, %4 confirmed under a newer date, %5 known already.")
                              .arg(format.count(static_cast<double>(preview.read)), count(preview.added.size()), count(preview.changed.size()), count(preview.confirmed.size()),
                                   format.count(static_cast<double>(preview.unchanged)))};
    if (!preview.heldBack.empty())
        sentences << tr("%1 are doubtful and held back.").arg(count(preview.heldBack.size()));
    if (!preview.asOf.empty())
        sentences << tr("Newest date: %1.").arg(FigureFormat::date(preview.asOf));
    if (preview.datedByFile)
        sentences << tr("The list states no day: the file's own date is taken.");
    return format.sentences(sentences);
}

QString PriceTexts::failed(const core::Error &error)
{
    const QString file = QFileInfo(QString::fromStdString(error.file)).fileName();
    switch (error.code) {
    case core::ErrorCode::Syntax:
        return error.line > 0 ? tr("%1 is no price list that Headroom knows, or it is damaged (line %2). Nothing was imported.").arg(file).arg(error.line)
                              : tr("%1 is no price list that Headroom knows. Nothing was imported.").arg(file);
    case core::ErrorCode::BadValue:
        return error.field == "provider" ? tr("%1 does not say whose prices it holds. Name the provider and read it again.").arg(file)
                                         : tr("%1 lacks something that prices need: provider, currency or a date. Nothing was imported.").arg(file);
    case core::ErrorCode::TooLarge: return tr("%1 is larger than any price list. Nothing was imported.").arg(file);
    case core::ErrorCode::NotFound:
    case core::ErrorCode::Unreadable: return tr("%1 cannot be read.").arg(file);
    case core::ErrorCode::Cancelled: return tr("The import was cancelled. Nothing was imported.");
    default: return tr("%1 could not be imported. Nothing was imported.").arg(file);
    }
}

QString PriceTexts::column(int column)
{
    switch (column) {
    case 0: return tr("What", "new, changed, doubtful or skipped");
    case 1: return tr("Offer");
    case 2: return tr("For", "on demand, spot, one year, three years");
    case 3: return tr("Until now");
    case 4: return tr("In the file");
    default: return tr("Remark");
    }
}

QString PriceTexts::commitment(core::Commitment commitment)
{
    switch (commitment) {
    case core::Commitment::Spot: return tr("spot");
    case core::Commitment::OneYear: return tr("1 year");
    case core::Commitment::ThreeYears: return tr("3 years");
    case core::Commitment::OnDemand: break;
    }
    return tr("on demand");
}

QString PriceTexts::row(quint64 row, quint64 rows)
{
    return rows > 1 ? tr("row %1 and %2 more").arg(row).arg(rows - 1) : tr("row %1").arg(row);
}

QString PriceTexts::remark(const core::PriceNote &note)
{
    struct Sentence {
        std::string_view code;
        QString text;
    };
    const QString first = note.arguments.empty() ? QString() : QString::fromStdString(note.arguments.front());
    const std::array sentences{
        Sentence{"on_demand_below_spot", tr("On demand is below spot: it looks like a committed rate.")},
        Sentence{"no_spot_market", tr("Spot equals on demand: there is no spot market, that price is left out.")},
        Sentence{"zero", tr("A price of 0 is taken as missing.")},
        Sentence{"off_siblings", tr("More than twice off the same instance in other regions.")},
        Sentence{"old", tr("Prices of %1 are over 90 days old.").arg(first)},
        Sentence{"future", tr("Dated %1, which has not come.").arg(first)},
        Sentence{"contradictory", tr("The file has two prices for it.")},
        Sentence{"big_change", tr("More than twice off the price that is known.")},
        Sentence{"more_pages", tr("The file is one page of a longer list: join all pages in one list, or import them one after the other.")},
        Sentence{"older_than_known", tr("Older than the price that is known.")},
        Sentence{"no_gpu", tr("No GPU in it.")},
        Sentence{"unknown_gpu", tr("The catalog does not hold this accelerator: %1").arg(first)},
        Sentence{"fraction_of_gpu", tr("Less than a whole GPU.")},
        Sentence{"no_price", tr("No price that can be used.")},
        Sentence{"not_hourly", tr("Not priced per hour.")},
        Sentence{"other_product", tr("Another product: other operating system, tenancy or service.")},
        Sentence{"duplicate", tr("Says what an earlier row says.")},
        Sentence{"unknown_currency", tr("A currency other than USD, CNY and EUR: %1").arg(first)},
        Sentence{"unreadable", tr("Cannot be read: cells are missing, or a number, a date or a name is none.")},
        Sentence{"no_partner", tr("Host or accelerators are missing in the file.")},
    };
    for (const Sentence &sentence : sentences)
        if (sentence.code == note.code)
            return sentence.text;
    return QString::fromStdString(note.reason);
}

} // namespace headroom::present
