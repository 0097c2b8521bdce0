// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/session/scenario_fields.h>

#include <core/planning/scenario_fields.h>

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::present {
namespace {

// What the core's table does not know: how a person moves a field.
struct Handling {
    const char *id;
    double sliderLow, sliderHigh, step;
    bool logarithmic;
    double shownFactor;
    int shownDecimals;
};

constexpr Handling kHandling[]{
    {"demand.users", 10, 1e6, 10, true, 1, 0},
    {"demand.adoption_ratio", 0, 1, 0.01, false, 100, 1},
    {"demand.requests_per_user_hour", 0.1, 500, 0.5, true, 1, 2},
    {"demand.peak_rps", 0.1, 10000, 0.5, true, 1, 3},
    {"demand.input_tokens_mean", 10, 200000, 50, true, 1, 0},
    {"demand.output_tokens_mean", 10, 50000, 50, true, 1, 0},
    {"demand.max_context", 256, 1048576, 256, true, 1, 0},
    {"demand.prefix_cache_hit_ratio", 0, 0.99, 0.01, false, 100, 1},
    {"demand.burstiness", 0, 5, 0.1, false, 1, 1},
    {"demand.input_tokens_p95", 10, 400000, 50, true, 1, 0},
    {"demand.output_tokens_p95", 10, 100000, 50, true, 1, 0},
    {"hardware.headroom_ratio", 0, 1, 0.01, false, 100, 1},
    {"hardware.ttft_p95_target_s", 0.1, 60, 0.1, true, 1, 3},
    {"hardware.tpot_p95_target_s", 0.005, 1, 0.005, true, 1000, 1},
    {"hardware.e2e_target_s", 0.5, 600, 0.5, true, 1, 2},
    {"hardware.max_power_w", 1000, 1e7, 1000, true, 0.001, 2},
    {"hardware.max_gpus", 1, 1024, 1, true, 1, 0},
    {"hardware.redundancy", 0, 2, 1, false, 1, 0},
    {"money.committed_ratio", 0, 1, 0.05, false, 100, 1},
    {"money.spot_ratio", 0, 1, 0.05, false, 100, 1},
    {"money.min_replicas", 1, 32, 1, false, 1, 0},
    {"money.scale_up_minutes", 0, 60, 1, false, 1, 0},
    {"money.storage_gb", 1, 1e6, 100, true, 1, 0},
    {"money.egress_gb", 1, 1e6, 100, true, 1, 0},
    {"money.support_ratio", 0, 0.3, 0.01, false, 100, 1},
    {"money.api_input_per_million", 0.01, 100, 0.1, true, 1, 4},
    {"money.api_output_per_million", 0.01, 100, 0.1, true, 1, 4},
    {"own_hardware.server_price", 1000, 5e6, 1000, true, 1, 0},
    {"own_hardware.network_ratio", 0, 1, 0.01, false, 100, 1},
    {"own_hardware.depreciation_months", 24, 84, 12, false, 1, 0},
    {"own_hardware.residual_ratio", 0, 0.5, 0.01, false, 100, 1},
    {"own_hardware.capital_ratio", 0, 0.2, 0.005, false, 100, 1},
    {"own_hardware.electricity_per_kwh", 0.01, 1, 0.01, true, 1, 4},
    {"own_hardware.pue", 1, 2, 0.01, false, 1, 2},
    {"own_hardware.colocation_per_kw_month", 10, 2000, 10, true, 1, 2},
    {"own_hardware.support_ratio", 0, 0.2, 0.01, false, 100, 1},
    {"own_hardware.software_per_gpu_year", 1, 10000, 100, true, 1, 0},
    {"own_hardware.staff_per_server_year", 100, 50000, 100, true, 1, 0},
    {"own_hardware.tax_ratio", 0, 0.3, 0.01, false, 100, 1},
    {"growth.start_ratio", 0.1, 2, 0.05, false, 100, 1},
    {"growth.monthly_ratio", -0.1, 0.3, 0.005, false, 100, 1},
    {"growth.lead_weeks", 0, 52, 1, false, 1, 0},
    {"growth.horizon_months", 6, 60, 6, false, 1, 0},
    {"layout.gpus", 1, 1024, 1, true, 1, 0},
    {"layout.tp", 1, 64, 1, true, 1, 0},
    {"layout.pp", 1, 64, 1, true, 1, 0},
    {"layout.ep", 1, 64, 1, true, 1, 0},
    {"layout.dp", 1, 64, 1, true, 1, 0},
    {"layout.replicas", 1, 256, 1, true, 1, 0},
};

FieldGroup groupOf(const QString &id)
{
    for (const FieldGroup group : kFieldGroups)
        if (id.startsWith(fieldGroupId(group) + u'.'))
            return group;
    if (id.startsWith(QStringLiteral("own_hardware.")) || id.startsWith(QStringLiteral("growth.")))
        return FieldGroup::Money;
    return id.startsWith(QStringLiteral("layout.")) ? FieldGroup::Hardware : FieldGroup::Proposal;
}

// Fields whose ids name something of the catalog or a preset are choices, whatever their JSON type.
class Collector {
public:
    void number(const char *key, double &, const core::FieldRange &range) { numeric(key, FieldKind::Number, range); }
    void integer(const char *key, int &, const core::FieldRange &range) { numeric(key, FieldKind::Integer, range); }
    void optionalNumber(const char *key, std::optional<double> &, const core::FieldRange &range) { numeric(key, FieldKind::OptionalNumber, range); }
    void optionalInteger(const char *key, std::optional<int> &, const core::FieldRange &range) { numeric(key, FieldKind::OptionalInteger, range); }
    void text(const char *key, std::string &, int most) { add(key, most > core::kMostTextCharacters ? FieldKind::LongText : FieldKind::Text).mostCharacters = most; }
    void id(const char *key, std::string &) { add(key, FieldKind::Choice); }
    void ids(const char *key, std::vector<std::string> &) { add(key, FieldKind::IdList); }
    template<class T, class ToId, class Parse>
    void choice(const char *key, T &, ToId, Parse)
    {
        add(key, FieldKind::Choice);
    }
    template<class Fields>
    void group(const char *key, Fields fields)
    {
        m_group = key;
        fields(*this);
    }
    template<class T, class Fields>
    void optionalGroup(const char *key, std::optional<T> &value, Fields fields)
    {
        m_group = key;
        fields(*this, value.emplace());
    }

    std::vector<ScenarioField> take() { return std::move(m_fields); }

private:
    ScenarioField &add(const char *key, FieldKind kind)
    {
        ScenarioField &field = m_fields.emplace_back();
        field.id = m_group.isEmpty() ? QString::fromLatin1(key) : m_group + u'.' + QLatin1String(key);
        field.kind = kind;
        field.group = groupOf(field.id);
        return field;
    }
    void numeric(const char *key, FieldKind kind, const core::FieldRange &range)
    {
        ScenarioField &field = add(key, kind);
        field.low = field.sliderLow = range.low;
        field.high = field.sliderHigh = range.high;
        field.lowOpen = range.lowOpen;
        for (const Handling &handling : kHandling) {
            if (field.id != QLatin1String(handling.id))
                continue;
            field.sliderLow = handling.sliderLow;
            field.sliderHigh = handling.sliderHigh;
            field.step = handling.step;
            field.logarithmic = handling.logarithmic;
            field.shownFactor = handling.shownFactor;
            field.shownDecimals = handling.shownDecimals;
        }
    }

    QString m_group;
    std::vector<ScenarioField> m_fields;
};

// Calls back for the one field that is asked for; the core's table stays the only list of members.
template<class OnField>
class Finder {
public:
    Finder(const QString &wanted, OnField onField) : m_wanted(wanted), m_onField(onField) {}

    template<class T>
    void number(const char *key, T &value, const core::FieldRange &) { offer(key, value); }
    template<class T>
    void integer(const char *key, T &value, const core::FieldRange &) { offer(key, value); }
    template<class T>
    void optionalNumber(const char *key, T &value, const core::FieldRange &) { offer(key, value); }
    template<class T>
    void optionalInteger(const char *key, T &value, const core::FieldRange &) { offer(key, value); }
    template<class T>
    void text(const char *key, T &value, int) { offer(key, value); }
    template<class T>
    void id(const char *key, T &value) { offer(key, value); }
    template<class T>
    void ids(const char *key, T &value) { offer(key, value); }
    template<class T, class ToId, class Parse>
    void choice(const char *key, T &value, ToId toId, Parse parse)
    {
        if (isWanted(key))
            m_onField.choice(value, toId, parse);
    }
    template<class Fields>
    void group(const char *key, Fields fields)
    {
        m_group = QLatin1String(key);
        fields(*this);
    }
    template<class T, class Fields>
    void optionalGroup(const char *key, T &value, Fields fields)
    {
        m_group = QLatin1String(key);
        if (m_wanted.startsWith(m_group + u'.'))
            m_onField.optionalGroup(value, [&](auto &inner) { fields(*this, inner); });
    }

private:
    bool isWanted(const char *key) const { return m_wanted == (m_group.isEmpty() ? QString::fromLatin1(key) : m_group + u'.' + QLatin1String(key)); }
    template<class T>
    void offer(const char *key, T &value)
    {
        if (isWanted(key))
            m_onField.plain(value);
    }

    const QString &m_wanted;
    OnField m_onField;
    QString m_group;
};

struct Get {
    QVariant &result;

    void plain(const double &value) { result = value; }
    void plain(const int &value) { result = value; }
    template<class T>
    void plain(const std::optional<T> &value) { result = value ? QVariant(*value) : QVariant(); }
    void plain(const std::string &value) { result = QString::fromStdString(value); }
    void plain(const std::vector<std::string> &values)
    {
        QStringList list;
        for (const std::string &value : values)
            list.append(QString::fromStdString(value));
        result = list;
    }
    template<class T, class ToId, class Parse>
    void choice(const T &value, ToId toId, Parse) { result = QString::fromUtf8(toId(value).data(), static_cast<qsizetype>(toId(value).size())); }
    template<class T, class Visit>
    void optionalGroup(const std::optional<T> &value, Visit visit)
    {
        const T given = value.value_or(T{});
        visit(given);
    }
};

struct Set {
    const QVariant &given;
    bool &taken;

    void plain(double &value)
    {
        const double number = given.toDouble(&taken);
        if (taken)
            value = number;
    }
    void plain(int &value)
    {
        const double number = given.toDouble(&taken);
        taken = taken && number == std::floor(number) && std::abs(number) <= std::numeric_limits<int>::max();
        if (taken)
            value = static_cast<int>(number);
    }
    template<class T>
    void plain(std::optional<T> &value)
    {
        if (!given.isValid()) {
            value.reset();
            taken = true;
            return;
        }
        T number{};
        plain(number);
        if (taken)
            value = number;
    }
    void plain(std::string &value)
    {
        taken = given.metaType() == QMetaType::fromType<QString>();
        if (taken)
            value = given.toString().toStdString();
    }
    void plain(std::vector<std::string> &values)
    {
        taken = given.metaType() == QMetaType::fromType<QStringList>();
        if (!taken)
            return;
        values.clear();
        for (const QString &value : given.toStringList())
            values.push_back(value.toStdString());
    }
    template<class T, class ToId, class Parse>
    void choice(T &value, ToId, Parse parse)
    {
        const auto parsed = parse(given.toString().toStdString());
        taken = parsed.has_value();
        if (parsed)
            value = *parsed;
    }
    template<class T, class Visit>
    void optionalGroup(std::optional<T> &value, Visit visit)
    {
        T inner = value.value_or(T{});
        visit(inner);
        value = inner == T{} ? std::nullopt : std::optional<T>(inner);
    }
};

core::Error badValue(const QString &id, const std::string &detail)
{
    return core::Error{core::ErrorCode::BadValue, detail, {}, id.toStdString(), 0};
}

} // namespace

QString fieldGroupId(FieldGroup group)
{
    switch (group) {
    case FieldGroup::Model: return QStringLiteral("model");
    case FieldGroup::Hardware: return QStringLiteral("hardware");
    case FieldGroup::Money: return QStringLiteral("money");
    case FieldGroup::Proposal: return QStringLiteral("proposal");
    case FieldGroup::Demand: break;
    }
    return QStringLiteral("demand");
}

const std::vector<ScenarioField> &scenarioFields()
{
    static const std::vector<ScenarioField> fields = [] {
        core::Scenario scenario;
        Collector collector;
        core::visitScenario(collector, scenario);
        return collector.take();
    }();
    return fields;
}

const ScenarioField *findField(const QString &id)
{
    const auto &fields = scenarioFields();
    const auto found = std::ranges::find(fields, id, &ScenarioField::id);
    return found == fields.end() ? nullptr : &*found;
}

QVariant fieldValue(const core::Scenario &scenario, const QString &id)
{
    QVariant result;
    Finder finder(id, Get{result});
    core::visitScenario(finder, scenario);
    return result;
}

core::Result<void> setFieldValue(core::Scenario &scenario, const QString &id, const QVariant &value)
{
    const ScenarioField *field = findField(id);
    if (!field)
        return std::unexpected(core::Error{core::ErrorCode::UnknownField, "no such field", {}, id.toStdString(), 0});
    if (field->isNumeric() && value.isValid() && !field->accepts(value.toDouble()))
        return std::unexpected(badValue(id, "out of range"));
    core::Scenario changed = scenario;
    bool taken = false;
    Finder finder(id, Set{value, taken});
    core::visitScenario(finder, changed);
    if (!taken)
        return std::unexpected(badValue(id, "not a value of this field's type"));
    scenario = std::move(changed);
    return {};
}

} // namespace headroom::present
