// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/live/live_sections.h>

#include <present/texts/live_table_texts.h>
#include <present/texts/live_texts.h>
#include <present/texts/rule_texts.h>
#include <ui/charts/time_series_chart.h>
#include <ui/pages/live/alert_dialogs.h>
#include <ui/pages/live/live_table_card.h>
#include <ui/pages/live/rules_card.h>
#include <ui/widgets/choice_field.h>

#include <QBoxLayout>
#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace headroom::ui {

using present::LiveSection;
using present::LiveTableTexts;

namespace {

QVBoxLayout *columnIn(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceM);
    return layout;
}

LiveSections::ChartCard chartCard(present::LiveQuantity quantity, const QString &part)
{
    auto *card = new Card;
    auto *chart = new TimeSeriesChart;
    chart->setObjectName(QStringLiteral("live.%1.chart.%2").arg(part, present::liveQuantityId(quantity)));
    card->setContent(chart);
    card->setMinimumHeight(210);
    return {card, chart};
}

void setMarked(QLineEdit *field, bool wrong)
{
    field->setProperty("invalid", wrong);
    field->update();
}

} // namespace

LiveSections::LiveSections(QWidget *parent) : QWidget(parent)
{
    // No stack: the page is as tall as the part that is shown, not as the tallest.
    auto *layout = columnIn(this);
    for (QWidget *part : {makeServing(), makeEnergy(), makeHealth(), makeAlerts()}) {
        layout->addWidget(part, 1);
        part->hide();
        m_parts.push_back(part);
    }
    setPreferences({});
    retranslate();
}

QWidget *LiveSections::makeServing()
{
    auto *part = new QWidget;
    auto *layout = columnIn(part);
    m_serving = new LiveTableCard(QStringLiteral("live.serving"));
    m_serving->setMinimumHeight(250);
    layout->addWidget(m_serving, 1);
    auto *charts = new QGridLayout;
    charts->setSpacing(kSpaceM);
    for (const present::LiveQuantity quantity : present::kServingQuantities) {
        const int place = static_cast<int>(m_servingCharts.size());
        m_servingCharts.push_back(chartCard(quantity, QStringLiteral("serving")));
        charts->addWidget(m_servingCharts.back().card, place / 2, place % 2);
        charts->setColumnStretch(place % 2, 1);
    }
    layout->addLayout(charts, 1);
    return part;
}

QWidget *LiveSections::makeEnergy()
{
    auto *part = new QWidget;
    auto *layout = columnIn(part);
    auto *prices = new QWidget;
    auto *row = new QHBoxLayout(prices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpaceS);
    const auto field = [&](TextLabel *&label, QLineEdit *&edit, const char *name) {
        label = new TextLabel(TextRole::Caption, Tone::Secondary);
        edit = new QLineEdit;
        edit->setObjectName(QLatin1String(name));
        edit->setMaximumWidth(110);
        edit->setMaxLength(20);
        label->setBuddy(edit);
        row->addWidget(label);
        row->addWidget(edit);
        connect(edit, &QLineEdit::editingFinished, this, &LiveSections::takePrices);
    };
    field(m_kwhLabel, m_kwh, "live.price.kwh");
    field(m_hourLabel, m_hour, "live.price.gpuHour");
    m_currency = new ChoiceField(ChoiceField::LabelPlace::Beside);
    m_currency->setName(QStringLiteral("live.price.currency"));
    QVector<Choice> currencies;
    for (const char *code : {"USD", "CNY", "EUR"})
        currencies.push_back({QLatin1String(code), QLatin1String(code), true, {}});
    m_currency->setChoices(currencies);
    connect(m_currency, &ChoiceField::chosen, this, &LiveSections::takePrices);
    row->addWidget(m_currency);
    m_priceMessage = new TextLabel(TextRole::Caption, Tone::Error);
    m_priceMessage->setObjectName(QStringLiteral("live.price.message"));
    row->addWidget(m_priceMessage, 1);
    layout->addWidget(prices);
    m_powerChart = chartCard(present::LiveQuantity::Power, QStringLiteral("energy"));
    layout->addWidget(m_powerChart.card, 1);
    auto *tables = new QHBoxLayout;
    tables->setSpacing(kSpaceM);
    m_energy = new LiveTableCard(QStringLiteral("live.energy"));
    m_idle = new LiveTableCard(QStringLiteral("live.idle"));
    for (LiveTableCard *card : {m_energy, m_idle}) {
        card->setMinimumHeight(300);
        tables->addWidget(card, 1);
    }
    layout->addLayout(tables, 1);
    return part;
}

QWidget *LiveSections::makeHealth()
{
    m_health = new LiveTableCard(QStringLiteral("live.health"));
    m_health->setMinimumHeight(420);
    return m_health;
}

QWidget *LiveSections::makeAlerts()
{
    auto *part = new QWidget;
    auto *layout = columnIn(part);
    m_alerts = new LiveTableCard(QStringLiteral("live.alerts"));
    m_alerts->setMinimumHeight(300);
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    m_acknowledge = new QPushButton;
    m_silence = new QPushButton;
    m_acknowledge->setObjectName(QStringLiteral("live.alerts.acknowledge"));
    m_silence->setObjectName(QStringLiteral("live.alerts.silence"));
    row->addWidget(m_acknowledge);
    row->addWidget(m_silence);
    row->addStretch(1);
    m_alerts->setTools(tools);
    layout->addWidget(m_alerts, 1);
    m_rules = new RulesCard;
    m_rules->setMinimumHeight(380);
    layout->addWidget(m_rules, 1);
    auto *told = new Card;
    auto *fields = new QWidget;
    auto *grid = new QVBoxLayout(fields);
    grid->setContentsMargins(0, 0, 0, 0);
    m_notify = new QCheckBox;
    m_notify->setObjectName(QStringLiteral("live.alerts.notify"));
    m_webhookLabel = new TextLabel(TextRole::Caption, Tone::Secondary);
    m_webhook = new QLineEdit;
    m_webhook->setObjectName(QStringLiteral("live.alerts.webhook"));
    m_webhook->setMaxLength(2000);
    m_webhookLabel->setBuddy(m_webhook);
    m_webhookMessage = new TextLabel(TextRole::Caption, Tone::Secondary);
    m_webhookMessage->setWordWrap(true);
    grid->addWidget(m_notify);
    auto *address = new QHBoxLayout;
    address->addWidget(m_webhookLabel);
    address->addWidget(m_webhook, 1);
    grid->addLayout(address);
    grid->addWidget(m_webhookMessage);
    told->setContent(fields);
    layout->addWidget(told);
    connect(m_alerts, &LiveTableCard::currentChanged, this, &LiveSections::refreshButtons);
    connect(m_acknowledge, &QPushButton::clicked, this, [this] { emit acknowledged(m_alerts->currentKey()); });
    connect(m_silence, &QPushButton::clicked, this, [this] {
        auto *dialog = new SilenceDialog(this);
        connect(dialog, &SilenceDialog::silenced, this, [this, key = m_alerts->currentKey()](double seconds, const QString &comment) { emit silenced(key, seconds, comment); });
        dialog->open();
    });
    connect(m_rules, &RulesCard::exportWanted, this, &LiveSections::rulesExportWanted);
    connect(m_rules, &RulesCard::saved, this, &LiveSections::ruleSaved);
    connect(m_rules, &RulesCard::removed, this, &LiveSections::ruleRemoved);
    connect(m_rules, &RulesCard::resetWanted, this, &LiveSections::rulesResetWanted);
    connect(m_webhook, &QLineEdit::editingFinished, this, &LiveSections::takeWebhook);
    connect(m_notify, &QCheckBox::clicked, this, [this](bool on) {
        m_preferences.notify = on;
        emit preferencesEdited(m_preferences);
    });
    return part;
}

void LiveSections::show(const present::LiveView &view, LiveSection section)
{
    const auto table = [&view](std::size_t i) { return i < view.tables.size() ? view.tables[i] : present::LiveTable(); };
    switch (section) {
    case LiveSection::Overview: return;
    case LiveSection::Serving: m_serving->setTable(table(0)); break;
    case LiveSection::Energy:
        m_energy->setTable(table(0));
        m_idle->setTable(table(1));
        break;
    case LiveSection::Health: m_health->setTable(table(0)); break;
    case LiveSection::Alerts:
        m_alerts->setTable(table(0));
        m_rules->show(table(1), view.rules);
        refreshButtons();
        break;
    }
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        m_parts[i]->setVisible(static_cast<std::size_t>(section) == i + 1);
}

void LiveSections::setPreferences(const present::LivePreferences &preferences)
{
    m_preferences = preferences;
    const auto fill = [](QLineEdit *field, const QString &text) {
        if (!field->hasFocus())
            field->setText(text);
    };
    fill(m_kwh, preferences.kwhPrice);
    fill(m_hour, preferences.gpuHourPrice);
    fill(m_webhook, preferences.webhook);
    m_currency->setCurrent(preferences.currency);
    m_notify->setChecked(preferences.notify);
}

void LiveSections::takePrices()
{
    const bool kwh = present::isLivePrice(m_kwh->text());
    const bool hour = present::isLivePrice(m_hour->text());
    setMarked(m_kwh, !kwh);
    setMarked(m_hour, !hour);
    m_priceMessage->setText(kwh && hour ? QString() : LiveTableTexts::badPrice());
    present::LivePreferences edited = m_preferences;
    if (kwh)
        edited.kwhPrice = m_kwh->text().trimmed();
    if (hour)
        edited.gpuHourPrice = m_hour->text().trimmed();
    edited.currency = m_currency->current();
    if (edited == m_preferences)
        return;
    m_preferences = edited;
    emit preferencesEdited(edited);
}

void LiveSections::takeWebhook()
{
    const QString typed = m_webhook->text().trimmed();
    const bool fits = present::isLiveWebhook(typed);
    setMarked(m_webhook, !fits);
    m_webhookMessage->setTone(fits ? Tone::Secondary : Tone::Error);
    m_webhookMessage->setText(fits ? LiveTableTexts::webhookHelp() : LiveTableTexts::badWebhook());
    if (!fits || typed == m_preferences.webhook)
        return;
    m_preferences.webhook = typed;
    emit preferencesEdited(m_preferences);
}

void LiveSections::refreshButtons()
{
    const bool any = !m_alerts->currentKey().isEmpty();
    m_acknowledge->setEnabled(any);
    m_silence->setEnabled(any);
}

void LiveSections::retranslate()
{
    m_serving->setTitle(LiveTableTexts::servingTitle());
    m_energy->setTitle(LiveTableTexts::energyTitle());
    m_idle->setTitle(LiveTableTexts::idleTitle());
    m_health->setTitle(LiveTableTexts::healthTitle());
    m_alerts->setTitle(LiveTableTexts::alertsTitle());
    m_kwhLabel->setText(LiveTableTexts::perKwh());
    m_hourLabel->setText(LiveTableTexts::perGpuHour());
    m_currency->setLabel(LiveTableTexts::currency());
    m_kwh->setAccessibleName(LiveTableTexts::perKwh());
    m_hour->setAccessibleName(LiveTableTexts::perGpuHour());
    m_acknowledge->setText(LiveTableTexts::acknowledge());
    m_silence->setText(present::RuleTexts::silence());
    m_rules->retranslate();
    m_notify->setText(LiveTableTexts::notify());
    m_webhookLabel->setText(LiveTableTexts::webhook());
    m_webhook->setAccessibleName(LiveTableTexts::webhook());
    m_webhook->setPlaceholderText(LiveTableTexts::webhookHint());
    m_webhookMessage->setTone(Tone::Secondary);
    m_webhookMessage->setText(LiveTableTexts::webhookHelp());
    m_priceMessage->clear();
}

} // namespace headroom::ui
