// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/settings/settings_page.h>

#include <present/texts/settings_texts.h>
#include <present/texts/shell_texts.h>
#include <ui/widgets/card.h>
#include <ui/widgets/segmented_control.h>

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>

namespace headroom::ui {

using present::SettingsTexts;

namespace {

constexpr int kLabelWidth = 160;
constexpr int kPageWidth = 760;

TextLabel *caption()
{
    return new TextLabel(TextRole::Body, Tone::Secondary);
}

} // namespace

SettingsPage::SettingsPage(QWidget *parent)
    : QWidget(parent), m_header(new QWidget), m_title(new TextLabel(TextRole::Title, Tone::Neutral, m_header)), m_appearance(new Card), m_data(new Card), m_about(new Card),
      m_languageLabel(caption()), m_language(new SegmentedControl), m_themeLabel(caption()), m_theme(new SegmentedControl), m_folderLabel(caption()),
      m_folder(new TextLabel(TextRole::Body, Tone::Neutral)), m_folderHelp(new TextLabel(TextRole::Caption, Tone::Secondary)), m_openFolder(new QPushButton),
      m_catalogLabel(caption()), m_catalog(new TextLabel(TextRole::Body, Tone::Neutral)), m_guideLabel(caption()), m_guide(new QPushButton), m_versionLabel(caption()),
      m_version(new TextLabel(TextRole::Body, Tone::Neutral)), m_keysLabel(caption()), m_keys(new TextLabel(TextRole::Body, Tone::Neutral))
{
    setObjectName(QStringLiteral("page.settings"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);
    auto *content = new QWidget;
    scroll->setWidget(content);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(kSpaceXl, kSpaceL, kSpaceXl, kSpaceL);
    auto *column = new QVBoxLayout;
    column->setSpacing(kSpaceM);
    column->addWidget(m_header);
    auto *head = new QHBoxLayout(m_header);
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(m_title, 1);
    row->addLayout(column, 1);
    row->addStretch(0);
    for (Card *card : {m_appearance, m_data, m_about}) {
        auto *body = new QWidget;
        auto *grid = new QGridLayout(body);
        grid->setContentsMargins(0, kSpaceXs, 0, kSpaceXs);
        grid->setHorizontalSpacing(kSpaceL);
        grid->setVerticalSpacing(kSpaceM);
        grid->setColumnMinimumWidth(0, kLabelWidth);
        grid->setColumnStretch(1, 1);
        card->setContent(body);
        card->setMaximumWidth(kPageWidth);
        column->addWidget(card);
    }
    column->addStretch(1);

    m_language->setName(QStringLiteral("settings.language"));
    m_theme->setName(QStringLiteral("settings.theme"));
    m_openFolder->setObjectName(QStringLiteral("settings.openFolder"));
    m_guide->setObjectName(QStringLiteral("settings.guide"));
    m_folder->setObjectName(QStringLiteral("settings.folder"));
    for (TextLabel *text : {m_folder, m_catalog, m_version, m_keys, m_folderHelp}) {
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }

    addLine(m_appearance, m_languageLabel, m_language);
    addLine(m_appearance, m_themeLabel, m_theme);
    auto *folder = new QWidget;
    auto *folderLayout = new QVBoxLayout(folder);
    folderLayout->setContentsMargins(0, 0, 0, 0);
    folderLayout->setSpacing(kSpaceXs);
    folderLayout->addWidget(m_folder);
    folderLayout->addWidget(m_folderHelp);
    folderLayout->addWidget(m_openFolder, 0, Qt::AlignLeft);
    addLine(m_data, m_folderLabel, folder);
    addLine(m_data, m_catalogLabel, m_catalog);
    addLine(m_about, m_versionLabel, m_version);
    addLine(m_about, m_keysLabel, m_keys);
    auto *guide = new QWidget;
    auto *guideLayout = new QHBoxLayout(guide);
    guideLayout->setContentsMargins(0, 0, 0, 0);
    guideLayout->addWidget(m_guide);
    guideLayout->addStretch(1);
    addLine(m_about, m_guideLabel, guide);

    connect(m_language, &SegmentedControl::chosen, this, [this](const QString &id) {
        m_content.language = id;
        emit languageChosen(id);
    });
    connect(m_theme, &SegmentedControl::chosen, this, [this](const QString &id) {
        m_content.theme = id;
        emit themeChosen(id);
    });
    connect(m_openFolder, &QPushButton::clicked, this, [this] { emit openFolderRequested(m_content.dataFolder); });
    connect(m_guide, &QPushButton::clicked, this, &SettingsPage::guideRequested);
    retranslate();
}

void SettingsPage::addLine(Card *card, TextLabel *label, QWidget *field)
{
    auto *grid = static_cast<QGridLayout *>(card->content()->layout());
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0, Qt::AlignTop);
    grid->addWidget(field, row, 1);
    label->setMinimumHeight(qobject_cast<SegmentedControl *>(field) ? 30 : 0);
}

void SettingsPage::setContent(const SettingsContent &content)
{
    m_content = content;
    m_language->setCurrent(content.language);
    m_theme->setCurrent(content.theme);
    m_folder->setText(content.dataFolder);
    m_openFolder->setVisible(!content.dataFolder.isEmpty());
    m_catalog->setText(content.catalog);
    m_version->setText(present::ShellTexts::aboutText(content.version));
}

void SettingsPage::retranslate()
{
    m_title->setText(SettingsTexts::pageTitle());
    m_appearance->setTitle(SettingsTexts::appearance());
    m_data->setTitle(SettingsTexts::data());
    m_about->setTitle(SettingsTexts::about());
    m_languageLabel->setText(SettingsTexts::language());
    m_themeLabel->setText(SettingsTexts::theme());
    m_folderLabel->setText(SettingsTexts::dataFolder());
    m_folderHelp->setText(SettingsTexts::dataFolderHelp());
    m_openFolder->setText(SettingsTexts::openFolder());
    m_catalogLabel->setText(SettingsTexts::catalog());
    m_guideLabel->setText(SettingsTexts::guide());
    m_guide->setText(SettingsTexts::showGuide());
    m_guide->setToolTip(SettingsTexts::guideHelp());
    m_versionLabel->setText(SettingsTexts::version());
    m_keysLabel->setText(SettingsTexts::shortcuts());
    m_keys->setText(SettingsTexts::shortcutsText());
    m_language->setAccessibleName(SettingsTexts::language());
    m_theme->setAccessibleName(SettingsTexts::theme());
    QVector<Choice> languages;
    for (const char *id : {"system", "en", "zh_CN"})
        languages.push_back({QLatin1String(id), SettingsTexts::languageName(QLatin1String(id)), true, {}});
    m_language->setChoices(languages);
    QVector<Choice> themes;
    for (const char *id : {"system", "light", "dark"})
        themes.push_back({QLatin1String(id), SettingsTexts::themeName(QLatin1String(id)), true, {}});
    m_theme->setChoices(themes);
    setContent(m_content);
}

void SettingsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace headroom::ui
