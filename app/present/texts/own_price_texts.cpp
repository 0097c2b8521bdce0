// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/texts/own_price_texts.h>

#include <present/format/figure_format.h>
#include <present/library/own_prices.h>
#include <present/texts/price_texts.h>

#include <core/prices/freshness.h>
#include <core/prices/read_own_prices.h>

namespace headroom::present {
namespace {

QString text(const std::string &words)
{
    return QString::fromStdString(words);
}

QString codeOf(core::Currency currency)
{
    const std::string_view code = core::currencyCode(currency);
    return QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size()));
}

// "7.1234", without the noughts of a fixed length.
QString digitsOf(const core::Money &rate)
{
    return text(core::wordsOf(core::ExchangeRate{core::Currency::USD, rate.currency(), rate, {}}).rate);
}

QString pairOf(const core::ExchangeRate &rate)
{
    return QStringLiteral("1 %1 = %2").arg(codeOf(rate.from), codeOf(rate.to));
}

} // namespace

QString OwnPriceTexts::fieldLabel(const QString &field)
{
    struct Label {
        const char *field;
        QString text;
    };
    const Label labels[] = {{"name", tr("Name of the contract")}, {"provider", tr("Provider")}, {"region", tr("Region")}, {"instance", tr("Instance")}, {"gpu", tr("GPU")},
                            {"gpus", tr("GPUs of one instance")}, {"commitment", tr("For")}, {"discount", tr("Percent off the list")}, {"price", tr("Price of an instance and hour")},
                            {"currency", tr("Currency")}, {"valid_from", tr("From")}, {"valid_until", tr("Until")}, {"note", tr("Note")},
                            {"from", tr("One unit of")}, {"to", tr("is worth in")}, {"rate", tr("Rate")}, {"as_of", tr("On")}, {"source", tr("Source")}};
    for (const Label &label : labels)
        if (field == QLatin1String(label.field))
            return label.text;
    return {};
}

QString OwnPriceTexts::fieldHint(const QString &field)
{
    if (field == QLatin1String("region") || field == QLatin1String("gpu") || field == QLatin1String("gpus") || field == QLatin1String("instance"))
        return tr("any");
    if (field == QLatin1String("valid_from") || field == QLatin1String("valid_until"))
        return tr("open, or 2026-12-31");
    if (field == QLatin1String("as_of"))
        return tr("today");
    if (field == QLatin1String("source"))
        return tr("entered by hand");
    return {};
}

QList<QPair<QString, QString>> OwnPriceTexts::commitments()
{
    QList<QPair<QString, QString>> all{{QStringLiteral("any"), anyCommitment()}};
    for (const core::Commitment commitment : core::kCommitments)
        all.push_back({text(std::string(core::commitmentId(commitment))), PriceTexts::commitment(commitment)});
    return all;
}

QString OwnPriceTexts::problem(const core::Error &error)
{
    const QString field = text(error.field);
    if (field == QLatin1String("name"))
        return tr("The contract needs a name of at most 200 characters.");
    if (field == QLatin1String("provider"))
        return error.detail.find("discount") != std::string::npos ? tr("The catalog holds no price that this discount would be off: look at provider, region, instance and GPU.")
                                                                  : tr("Name the provider, such as aws or azure.");
    if (field == QLatin1String("instance"))
        return tr("A price is that of one instance type: name it.");
    if (field == QLatin1String("gpu"))
        return error.code == core::ErrorCode::UnknownId ? tr("The catalog does not know this GPU; ids such as h100-sxm would be accepted.")
                                                        : tr("The catalog does not hold this instance: say which GPU it has, and how many.");
    if (field == QLatin1String("gpus"))
        return tr("A whole number of GPUs from 1 to 1024 would be accepted.");
    if (field == QLatin1String("discount"))
        return tr("A discount over 0 and under 100 percent, such as 12 or 12.5, would be accepted.");
    if (field == QLatin1String("price") || field == QLatin1String("rate"))
        return error.detail.find("two ways") != std::string::npos ? tr("This can be read in two ways; an amount with a decimal point, such as 1234.00, would be accepted.")
                                                                  : tr("An amount over 0 and up to a million, such as 86.52, would be accepted.");
    if (field == QLatin1String("currency") || field == QLatin1String("from"))
        return tr("USD, CNY or EUR would be accepted.");
    if (field == QLatin1String("to"))
        return tr("Two different currencies would be accepted.");
    if (field == QLatin1String("valid_until") && error.detail.find("before") != std::string::npos)
        return tr("The contract would end before it begins.");
    if (field == QLatin1String("as_of") && error.detail.find("not come") != std::string::npos)
        return tr("That day has not come; a day up to today would be accepted.");
    if (field == QLatin1String("valid_from") || field == QLatin1String("valid_until") || field == QLatin1String("as_of"))
        return tr("A day such as 2026-07-20 would be accepted.");
    return tr("At most 200 characters would be accepted.");
}

QString OwnPriceTexts::appliesTo(int offers, const QStringList &names)
{
    const QString some = names.join(QStringLiteral(", "));
    return offers > names.size() ? tr("For %n offer(s) of the catalog, among them %1.", nullptr, offers).arg(some) : tr("For %n offer(s) of the catalog: %1.", nullptr, offers).arg(some);
}

QString OwnPriceTexts::stored(const OwnPriceChange &change, bool again)
{
    using Kind = OwnPriceChange::Kind;
    const QString name = text(change.contract.name);
    switch (change.kind) {
    case Kind::PutContract: return again ? tr("“%1” is as it was before.").arg(name) : tr("“%1” is stored; plans are priced with it.").arg(name);
    case Kind::RestoreContract: return tr("“%1” is back.").arg(name);
    case Kind::RemoveContract: return tr("“%1” is removed.").arg(name);
    case Kind::PutRate: return tr("1 %1 is %2 %3 from now on.").arg(codeOf(change.rate.from), digitsOf(change.rate.rate), codeOf(change.rate.to));
    case Kind::RemoveRate: return tr("Your own rate is removed; the catalog's holds again.");
    }
    return {};
}

TextTable OwnPriceTexts::contractTable(const std::vector<core::PriceContract> &contracts, const core::Catalog &catalog, const std::string &today)
{
    TextTable table;
    table.header = {tr("Name"), tr("Provider"), tr("Where"), tr("For", "on demand, spot, one year, three years"), tr("Discount or price"), tr("In force"), tr("State")};
    table.rightAligned = {false, false, false, false, true, false, false};
    const FigureFormat format;
    for (const core::PriceContract &contract : contracts) {
        QStringList where;
        for (const std::string &part : {contract.region, contract.instance})
            if (!part.empty())
                where << text(part);
        if (const core::Gpu *gpu = catalog.findGpu(contract.gpu))
            where << (contract.gpus > 0 ? QString::number(contract.gpus) + QStringLiteral("× ") : QString()) + text(gpu->name);
        const QString price = contract.perHour ? tr("%1 an hour").arg(format.money(*contract.perHour)) : tr("%1 % off").arg(text(core::wordsOf(contract).discount));
        const QString open = FigureFormat::missing();
        const QString span = contract.validFrom.empty() && contract.validUntil.empty()
            ? tr("always")
            : tr("%1 to %2", "dates").arg(contract.validFrom.empty() ? open : text(contract.validFrom), contract.validUntil.empty() ? open : text(contract.validUntil));
        QString state;
        switch (core::contractState(contract, today)) {
        case core::ContractState::NotYet: state = tr("not yet"); break;
        case core::ContractState::Ended: state = tr("ended"); break;
        case core::ContractState::InForce:
            // A price with an end was agreed until then; one without is to be looked at again like any other.
            state = contract.perHour && contract.validUntil.empty() && core::isStale(contract.validFrom, today) ? tr("in force · old") : tr("in force");
            break;
        }
        table.rows << QStringList{text(contract.name), text(contract.provider), where.isEmpty() ? tr("everything") : where.join(QStringLiteral(" · ")),
                                  contract.commitment ? PriceTexts::commitment(*contract.commitment) : contract.perHour ? PriceTexts::commitment(core::Commitment::OnDemand) : anyCommitment(),
                                  price, span, state};
    }
    return table;
}

TextTable OwnPriceTexts::rateTable()
{
    TextTable table;
    table.header = {tr("Currencies"), tr("Rate"), tr("As of"), tr("Whose"), tr("Source")};
    table.rightAligned = {false, true, false, false, false};
    return table;
}

QStringList OwnPriceTexts::rateRow(const core::ExchangeRate &rate, bool own, const std::string &today)
{
    const QString date = FigureFormat::date(rate.source.asOf);
    return {pairOf(rate), digitsOf(rate.rate), core::isStale(rate.source.asOf, today) ? tr("%1 · old", "date of a rate").arg(date) : date, own ? tr("yours") : tr("the catalog's"), text(rate.source.text)};
}

} // namespace headroom::present
