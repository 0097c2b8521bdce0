// SPDX-License-Identifier: GPL-3.0-or-later
#include "price_collector.h"

#include <core/prices/freshness.h>
#include <core/prices/price_counts.h>

#include <fmt/format.h>

#include <algorithm>

namespace headroom::core::price_reading {
namespace {

constexpr std::size_t kNotesOfAKind = 500;
// Spot within 0.05 % of on demand: the same number, rounded differently.
constexpr std::int64_t kSameSpot = 2000;

constexpr std::size_t at(Commitment commitment)
{
    return static_cast<std::size_t>(commitment);
}

// Prices of a marketplace differ from host to host; its lowest is no list price.
bool isMarketplace(std::string_view provider)
{
    return provider == "vast";
}

} // namespace

std::string shownPrice(const Money &money)
{
    std::string text = money.toDecimalString(6);
    while (text.ends_with('0') && text[text.size() - 3] != '.')
        text.pop_back();
    return text + " " + std::string(currencyCode(money.currency()));
}

Money medianOf(std::vector<Money> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle, {}, &Money::micros);
    return *middle;
}

bool isFarOff(const Money &price, const Money &usual)
{
    return price.micros() > 2 * usual.micros() || usual.micros() > 2 * price.micros();
}

std::string isoDateOf(std::string_view text)
{
    return text.size() >= 10 && daysFromEpoch(text.substr(0, 10)) ? std::string(text.substr(0, 10)) : std::string();
}

PriceCollector::PriceCollector(PriceFormat format, const PriceImportOptions &options, const Catalog &catalog)
    : m_options(options), m_catalog(catalog), m_gpuNames(catalog)
{
    m_preview.format = format;
    m_preview.sourceName = options.sourceName;
    for (const Offer &offer : catalog.offers) {
        m_known[{offer.provider, offer.instance, offer.gpu, offer.region}] = &offer;
        m_knownSiblings[{offer.provider, offer.instance, offer.gpu}].push_back(&offer);
    }
}

void PriceCollector::setFileDate(std::string_view isoDate)
{
    m_fileDate = isoDateOf(isoDate);
}

void PriceCollector::note(std::vector<PriceNote> &notes, std::uint64_t row, std::string_view code, std::string subject, std::string reason, std::vector<std::string> arguments)
{
    const std::size_t count = ++m_noted[std::string(code)];
    if (count <= kNotesOfAKind) {
        notes.push_back({row, 1, std::string(code), std::move(subject), std::move(reason), std::move(arguments)});
    } else if (count == kNotesOfAKind + 1) {
        notes.push_back({row, 1, std::string(code), {}, fmt::format("{} (and more of the same kind)", reason), std::move(arguments)});
    } else {
        const auto rest = std::find_if(notes.rbegin(), notes.rend(), [&](const PriceNote &n) { return n.code == code; });
        ++rest->rows;
    }
}

void PriceCollector::skip(std::uint64_t row, PriceSkip why, std::string subject, std::string reason, std::vector<std::string> arguments)
{
    note(m_preview.skipped, row, priceSkipId(why), std::move(subject), std::move(reason), std::move(arguments));
}

void PriceCollector::doubt(std::uint64_t row, PriceDoubt why, std::string subject, std::string reason, std::vector<std::string> arguments)
{
    note(m_preview.suspicious, row, priceDoubtId(why), std::move(subject), std::move(reason), std::move(arguments));
}

std::optional<Money> PriceCollector::price(std::uint64_t row, Currency currency, std::string_view text, const std::string &subject, const char *field)
{
    const Amount amount = parseAmount(currency, text);
    const std::string quoted(isUtf8(text) ? text.substr(0, 40) : std::string_view("?"));
    switch (amount.kind) {
    case Amount::Kind::Good: return amount.money;
    case Amount::Kind::Absent: return std::nullopt;
    case Amount::Kind::Zero:
        // A spot price of zero is how lists say that there is none.
        if (std::string_view(field) != "spot")
            doubt(row, PriceDoubt::Zero, subject, fmt::format("{}: the {} price is 0; taken as missing", subject, field), {field});
        return std::nullopt;
    case Amount::Kind::Negative: skip(row, PriceSkip::Unreadable, subject, fmt::format("{}: the {} price is below zero ('{}')", subject, field, quoted), {field, quoted}); break;
    case Amount::Kind::TooLarge: skip(row, PriceSkip::Unreadable, subject, fmt::format("{}: the {} price is over a million an hour ('{}')", subject, field, quoted), {field, quoted}); break;
    case Amount::Kind::Ambiguous:
        skip(row, PriceSkip::Unreadable, subject, fmt::format("{}: '{}' can be read in two ways; {} price as 1234.00 or 1.234 would be accepted", subject, quoted, field), {field, quoted});
        break;
    case Amount::Kind::NotANumber: skip(row, PriceSkip::Unreadable, subject, fmt::format("{}: the {} price '{}' is no number", subject, field, quoted), {field, quoted}); break;
    }
    return std::nullopt;
}

void PriceCollector::compareSpot(RawPrice &raw)
{
    auto &onDemand = raw.prices[at(Commitment::OnDemand)];
    auto &spot = raw.prices[at(Commitment::Spot)];
    if (!onDemand || !spot)
        return;
    const std::string subject = fmt::format("{} {} {}", raw.provider, raw.instance, raw.zone.empty() ? raw.region : raw.zone);
    const std::int64_t margin = onDemand->micros() / kSameSpot;
    if (spot->micros() > onDemand->micros() + margin) {
        doubt(raw.row, PriceDoubt::OnDemandBelowSpot, subject,
              fmt::format("{}: on demand {} is below spot {}; it looks like a committed rate", subject, shownPrice(*onDemand), shownPrice(*spot)), {shownPrice(*onDemand), shownPrice(*spot)});
        raw.onDemandDoubted = true;
    } else if (spot->micros() >= onDemand->micros() - margin) {
        doubt(raw.row, PriceDoubt::NoSpotMarket, subject, fmt::format("{}: spot equals on demand ({}); there is no spot market, the spot price is left out", subject, shownPrice(*onDemand)),
              {shownPrice(*onDemand)});
        spot.reset();
    }
}

void PriceCollector::add(RawPrice raw)
{
    const std::string subject = fmt::format("{} {} {}", raw.provider, raw.instance, raw.region);
    if (!isPlainText(raw.provider) || !isPlainText(raw.instance) || (!raw.region.empty() && !isPlainText(raw.region)))
        return skip(raw.row, PriceSkip::Unreadable, {}, "a name that is not UTF-8, is over 200 bytes or holds control characters");
    if (std::ranges::none_of(raw.prices, [](const auto &p) { return p.has_value(); }))
        return skip(raw.row, PriceSkip::NoPrice, subject, subject + ": no price");
    Entry &entry = m_entries[{raw.provider, raw.instance, raw.gpu->id, raw.region}];
    entry.gpus = raw.gpus;
    bool repeated = true;
    for (const Commitment commitment : kCommitments) {
        const auto &price = raw.prices[at(commitment)];
        if (!price)
            continue;
        std::optional<Cell> &cell = entry.cells[at(commitment)];
        const bool doubted = raw.onDemandDoubted && commitment == Commitment::OnDemand;
        if (!cell) {
            cell = Cell{*price, raw.row, raw.asOf, raw.detail, raw.confidence, {}, false, doubted};
        } else if (cell->money.currency() != price->currency()) {
            cell->contradictory = true;
        } else if (cell->doubted == doubted ? price->micros() < cell->money.micros() : cell->doubted) {
            cell->money = *price;
            cell->row = raw.row;
            cell->asOf = raw.asOf;
            cell->detail = raw.detail;
            cell->doubted = doubted;
        }
        const auto [zone, isNew] = cell->zones.try_emplace(raw.zone, price->micros());
        if (isNew)
            repeated = false;
        if (zone->second == price->micros())
            continue;
        repeated = false;
        if (!isMarketplace(raw.provider) && !cell->contradictory) {
            cell->contradictory = true;
            const Money other(price->currency(), zone->second);
            doubt(raw.row, PriceDoubt::Contradictory, subject, fmt::format("{}: {} here, {} earlier in the file", subject, shownPrice(*price), shownPrice(other)), {shownPrice(*price), shownPrice(other)});
        }
    }
    if (repeated)
        skip(raw.row, PriceSkip::Duplicate, subject, subject + ": says what an earlier row says");
}

// On-demand prices of one instance type side by side, those of the catalog for regions that the file lacks included.
void PriceCollector::judgeSiblings()
{
    for (auto first = m_entries.begin(); first != m_entries.end();) {
        const auto &[provider, instance, gpu, region] = first->first;
        auto last = first;
        std::map<std::string, Money> byRegion;
        for (; last != m_entries.end() && std::get<0>(last->first) == provider && std::get<1>(last->first) == instance && std::get<2>(last->first) == gpu; ++last)
            if (const auto &cell = last->second.cells[at(Commitment::OnDemand)])
                byRegion.emplace(std::get<3>(last->first), cell->money);
        if (!isMarketplace(provider) && !byRegion.empty()) {
            const Currency currency = byRegion.begin()->second.currency();
            if (const auto known = m_knownSiblings.find({provider, instance, gpu}); known != m_knownSiblings.end())
                for (const Offer *offer : known->second)
                    if (offer->onDemand && offer->onDemand->currency() == currency && offer->source.confidence != "low")
                        byRegion.try_emplace(offer->region, *offer->onDemand);
            std::vector<Money> all;
            for (const auto &[name, money] : byRegion)
                if (money.currency() == currency)
                    all.push_back(money);
            if (all.size() >= 3) {
                const Money usual = medianOf(all);
                for (auto it = first; it != last; ++it) {
                    auto &cell = it->second.cells[at(Commitment::OnDemand)];
                    if (!cell || cell->doubted || cell->money.currency() != currency || !isFarOff(cell->money, usual))
                        continue;
                    const std::string subject = fmt::format("{} {} {}", provider, instance, std::get<3>(it->first));
                    doubt(cell->row, PriceDoubt::OffSiblings, subject,
                          fmt::format("{}: {} is more than twice off the {} of its sibling regions", subject, shownPrice(cell->money), shownPrice(usual)), {shownPrice(cell->money), shownPrice(usual)});
                    cell->doubted = true;
                }
            }
        }
        first = last;
    }
}

std::string PriceCollector::dateOf(const Cell &cell) const
{
    if (!m_options.asOf.empty())
        return m_options.asOf;
    if (!cell.asOf.empty())
        return cell.asOf;
    return m_fileDate.empty() ? m_options.fileDate : m_fileDate;
}

void PriceCollector::judge(const Key &key, const Entry &entry, Commitment commitment, const Cell &cell)
{
    const auto &[provider, instance, gpu, region] = key;
    PricePoint point{provider, region, instance, gpu, entry.gpus, commitment, cell.money, {}};
    point.source.asOf = dateOf(cell);
    point.source.confidence = cell.confidence;
    point.source.text = m_options.sourceName;
    if (m_options.asOf.empty() && cell.asOf.empty() && m_fileDate.empty()) {
        m_preview.datedByFile = true;
        point.source.text += ", dated by the file";
    }
    for (const std::string &part : {m_detail, cell.detail})
        if (!part.empty())
            point.source.text += ", " + part;
    if (cell.zones.size() > 1)
        point.source.text += fmt::format(", lowest of {}", cell.zones.size());
    const std::string subject = fmt::format("{} {} {} ({})", provider, instance, region, commitmentId(commitment));

    bool held = cell.doubted || cell.contradictory;
    const auto age = ageInDays(point.source.asOf, m_options.today);
    if (age && *age < 0) {
        doubt(cell.row, PriceDoubt::Future, subject, fmt::format("{}: dated {}, which has not come", subject, point.source.asOf), {point.source.asOf});
        held = true;
    } else if (age && *age > kStaleAfterDays) {
        PriceNote &old = m_old[point.source.asOf];
        if (old.row == 0 || cell.row < old.row)
            old.row = cell.row;
        old.rows = old.code.empty() ? 1 : old.rows + 1;
        old.code = priceDoubtId(PriceDoubt::Old);
        old.reason = fmt::format("prices of {} are {} days old: over {} days they count as stale", point.source.asOf, *age, kStaleAfterDays);
        old.arguments = {point.source.asOf, std::to_string(*age)};
    }
    const auto known = m_known.find(key);
    const std::optional<Money> before = known == m_known.end() ? std::nullopt : known->second->price(commitment);
    if (!before || before->currency() != point.perHour.currency()) {
        if (held)
            m_preview.heldBack.push_back(std::move(point));
        else
            m_preview.added.push_back(std::move(point));
        return;
    }
    const Source &knownSource = known->second->sourceOf(commitment);
    const auto newer = ageInDays(knownSource.asOf, point.source.asOf); // days from the known price's date to this one's
    if (*before == point.perHour) {
        if (newer && *newer > 0 && !held)
            m_preview.confirmed.push_back(std::move(point));
        else
            ++m_preview.unchanged;
        return;
    }
    if (newer && *newer < 0) {
        doubt(cell.row, PriceDoubt::OlderThanKnown, subject, fmt::format("{}: {} of {} is older than the known {} of {}", subject, shownPrice(point.perHour), point.source.asOf, shownPrice(*before), knownSource.asOf),
              {shownPrice(point.perHour), point.source.asOf, shownPrice(*before), knownSource.asOf});
        held = true;
    } else if (!isMarketplace(provider) && commitment != Commitment::Spot && isFarOff(point.perHour, *before)) {
        doubt(cell.row, PriceDoubt::BigChange, subject, fmt::format("{}: {} is more than twice off the known {} of {}", subject, shownPrice(point.perHour), shownPrice(*before), knownSource.asOf),
              {shownPrice(point.perHour), shownPrice(*before), knownSource.asOf});
        held = true;
    }
    if (held) {
        m_preview.heldBack.push_back(std::move(point));
        return;
    }
    PricePoint old = point;
    old.perHour = *before;
    old.source = knownSource;
    m_preview.changed.push_back({std::move(old), std::move(point)});
}

PricePreview PriceCollector::finish()
{
    judgeSiblings();
    for (const auto &[key, entry] : m_entries)
        for (const Commitment commitment : kCommitments)
            if (const auto &cell = entry.cells[at(commitment)])
                judge(key, entry, commitment, *cell);
    for (auto &[date, note] : m_old)
        m_preview.suspicious.push_back(std::move(note));
    for (PricePoint &point : m_preview.heldBack)
        point.source.confidence = "low";
    const auto newest = [&](const PricePoint &point) { m_preview.asOf = std::max(m_preview.asOf, point.source.asOf); };
    for (const PricePoint &point : pricesToStore(m_preview, false))
        newest(point);
    std::ranges::stable_sort(m_preview.suspicious, {}, &PriceNote::row);
    std::ranges::stable_sort(m_preview.skipped, {}, &PriceNote::row);
    return std::move(m_preview);
}

} // namespace headroom::core::price_reading
