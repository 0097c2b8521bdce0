// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/live/live_toolbar.h>

#include <present/texts/live_table_texts.h>
#include <present/texts/live_texts.h>
#include <ui/widgets/segmented_control.h>
#include <ui/widgets/text_label.h>

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace headroom::ui {

using present::LiveSection;
using present::LiveTableTexts;
using present::LiveTexts;

namespace {

constexpr int kMinutes[] = {5, 15, 60, 360, 1440, 10080, 43200};
constexpr std::pair<LiveSection, const char *> kSections[] = {{LiveSection::Overview, "overview"}, {LiveSection::Serving, "serving"}, {LiveSection::Energy, "energy"},
                                                              {LiveSection::Health, "health"},     {LiveSection::Alerts, "alerts"}};

QString sectionTitle(LiveSection section, int firing)
{
    switch (section) {
    case LiveSection::Overview: return LiveTableTexts::overview();
    case LiveSection::Serving: return LiveTableTexts::serving();
    case LiveSection::Energy: return LiveTableTexts::energy();
    case LiveSection::Health: return LiveTableTexts::health();
    case LiveSection::Alerts: return firing > 0 ? LiveTableTexts::alertsFiring(firing) : LiveTableTexts::alerts();
    }
    return {};
}

} // namespace

LiveToolbar::LiveToolbar(QWidget *parent)
    : QWidget(parent), m_sections(new SegmentedControl(this)), m_range(new TextLabel(TextRole::Caption, Tone::Secondary, this)), m_earlier(new QToolButton(this)),
      m_later(new QToolButton(this)), m_live(new QToolButton(this)), m_window(new SegmentedControl(this)), m_export(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceS);
    layout->addWidget(m_sections);
    layout->addStretch(1);
    layout->addWidget(m_range);
    layout->addWidget(m_earlier);
    layout->addWidget(m_live);
    layout->addWidget(m_later);
    layout->addWidget(m_window);
    layout->addWidget(m_export);
    m_sections->setName(QStringLiteral("live.section"));
    m_window->setName(QStringLiteral("live.window"));
    m_range->setObjectName(QStringLiteral("live.range"));
    m_earlier->setObjectName(QStringLiteral("live.earlier"));
    m_later->setObjectName(QStringLiteral("live.later"));
    m_live->setObjectName(QStringLiteral("live.follow"));
    m_export->setObjectName(QStringLiteral("live.export"));
    m_earlier->setText(QStringLiteral("‹"));
    m_later->setText(QStringLiteral("›"));
    m_live->setCheckable(true);
    m_export->setPopupMode(QToolButton::InstantPopup);
    for (QToolButton *button : {m_earlier, m_later, m_live, m_export})
        button->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(m_export);
    QAction *csv = menu->addAction(QString());
    QAction *png = menu->addAction(QString());
    csv->setObjectName(QStringLiteral("live.export.csv"));
    png->setObjectName(QStringLiteral("live.export.png"));
    m_export->setMenu(menu);

    connect(m_sections, &SegmentedControl::chosen, this, [this](const QString &id) {
        for (const auto &[section, name] : kSections)
            if (id == QLatin1String(name))
                emit sectionChosen(section);
    });
    connect(m_window, &SegmentedControl::chosen, this, [this](const QString &minutes) { emit windowChosen(minutes.toDouble() * 60.0); });
    connect(m_earlier, &QToolButton::clicked, this, [this] { emit moved(-0.5); });
    connect(m_later, &QToolButton::clicked, this, [this] { emit moved(0.5); });
    connect(m_live, &QToolButton::clicked, this, &LiveToolbar::liveChosen);
    connect(csv, &QAction::triggered, this, [this] { emit exportChosen(false); });
    connect(png, &QAction::triggered, this, [this] { emit exportChosen(true); });
    retranslate();
}

void LiveToolbar::show(const present::LiveView &view, const present::LiveSelection &selection)
{
    showSections(view.alertsFiring);
    for (const auto &[section, name] : kSections)
        if (section == selection.section)
            m_sections->setCurrent(QLatin1String(name));
    const bool live = selection.end <= 0;
    m_live->setChecked(live);
    m_later->setEnabled(!live);
    m_range->setVisible(!live);
    m_range->setText(live ? QString() : LiveTableTexts::shownRange(view.from, view.to));
    m_window->setCurrent(QString::number(static_cast<int>(selection.windowSeconds / 60.0)));
}

void LiveToolbar::showSections(int firing)
{
    if (firing == m_firing)
        return;
    m_firing = firing;
    QVector<Choice> sections;
    for (const auto &[section, name] : kSections)
        sections.push_back({QLatin1String(name), sectionTitle(section, firing), true, {}});
    m_sections->setChoices(sections);
}

void LiveToolbar::retranslate()
{
    m_firing = -1;
    showSections(0);
    m_sections->setAccessibleName(LiveTableTexts::sectionsLabel());
    m_window->setAccessibleName(LiveTexts::windowLabel());
    QVector<Choice> windows;
    for (const int minutes : kMinutes)
        windows.push_back({QString::number(minutes), LiveTexts::window(minutes), true, {}});
    m_window->setChoices(windows);
    m_live->setText(LiveTableTexts::followLive());
    m_live->setToolTip(LiveTableTexts::followHelp());
    m_earlier->setAccessibleName(LiveTableTexts::earlier());
    m_earlier->setToolTip(LiveTableTexts::earlier());
    m_later->setAccessibleName(LiveTableTexts::later());
    m_later->setToolTip(LiveTableTexts::later());
    m_export->setText(LiveTableTexts::exportLabel());
    const QList<QAction *> actions = m_export->menu()->actions();
    actions.at(0)->setText(LiveTableTexts::exportCsv());
    actions.at(1)->setText(LiveTableTexts::exportPng());
}

} // namespace headroom::ui
