// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/scenarios/scenarios_page.h>

#include <ui/theme/theme.h>
#include <ui/widgets/card.h>
#include <ui/widgets/empty_state.h>
#include <ui/widgets/message_strip.h>
#include <ui/widgets/text_label.h>

#include <present/texts/error_texts.h>
#include <present/texts/scenario_texts.h>

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace headroom::ui {

using present::RevisionListModel;
using present::ScenarioListModel;
using present::ScenarioTexts;

namespace {

// Renaming happens in the list. The model is read-only: what was typed goes to the library.
class TitleDelegate : public QStyledItemDelegate {
public:
    explicit TitleDelegate(present::ScenarioLibrary &library, QObject *parent) : QStyledItemDelegate(parent), m_library(library) {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *edit = new QLineEdit(parent);
        edit->setObjectName(QStringLiteral("scenarios.title"));
        edit->setAccessibleName(ScenarioTexts::listColumn(ScenarioListModel::Title));
        edit->setMaxLength(200);
        return edit;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        auto *edit = static_cast<QLineEdit *>(editor);
        edit->setText(index.data().toString());
        edit->selectAll();
    }
    void setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const override
    {
        const QString title = static_cast<QLineEdit *>(editor)->text().trimmed();
        if (!title.isEmpty() && title != index.data().toString())
            m_library.rename(index.data(ScenarioListModel::IdRole).toLongLong(), title);
    }

private:
    present::ScenarioLibrary &m_library;
};

QTreeView *prepared(QTreeView *view, const QString &name)
{
    view->setObjectName(name);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAllColumnsShowFocus(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->header()->setStretchLastSection(false);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return view;
}

// Titles take what the other columns leave.
void columnsFit(QTreeView *view, int titleColumn)
{
    view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->header()->setSectionResizeMode(titleColumn, QHeaderView::Stretch);
}

} // namespace

ScenariosPage::ScenariosPage(present::ScenarioLibrary &library, QWidget *parent)
    : QWidget(parent), m_library(library), m_list(prepared(new QTreeView(this), QStringLiteral("scenarios.list"))),
      m_revisions(prepared(new QTreeView(this), QStringLiteral("scenarios.revisions"))), m_listCard(new Card(this)), m_revisionsCard(new Card(this)),
      m_new(new QPushButton(this)), m_open(new QPushButton(this)), m_duplicate(new QPushButton(this)), m_rename(new QPushButton(this)), m_remove(new QPushButton(this)),
      m_restore(new QPushButton(this)), m_approval(new TextLabel(TextRole::Body, Tone::Neutral, this)), m_empty(new EmptyState(QStringLiteral("document"), this)), m_strip(new MessageStrip(this))
{
    setObjectName(QStringLiteral("page.scenarios"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceXl, kSpaceL, kSpaceXl, kSpaceS);
    layout->setSpacing(kSpaceM);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kSpaceS);
    const auto button = [&](QPushButton *made, const char *name) {
        made->setObjectName(QStringLiteral("scenarios.") + QLatin1String(name));
        buttons->addWidget(made);
    };
    button(m_new, "new");
    button(m_open, "open");
    button(m_duplicate, "duplicate");
    button(m_rename, "rename");
    button(m_remove, "delete");
    buttons->addStretch(1);
    layout->addLayout(buttons);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(kSpaceM);
    auto *listSide = new QWidget(m_listCard);
    auto *listLayout = new QVBoxLayout(listSide);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->addWidget(m_list, 1);
    listLayout->addWidget(m_empty, 1);
    m_listCard->setContent(listSide);
    auto *revisionSide = new QWidget(m_revisionsCard);
    auto *revisionLayout = new QVBoxLayout(revisionSide);
    revisionLayout->setContentsMargins(0, 0, 0, 0);
    revisionLayout->addWidget(m_revisions, 1);
    revisionLayout->addWidget(m_restore, 0, Qt::AlignLeft);
    revisionLayout->addWidget(m_approval);
    m_approval->setObjectName(QStringLiteral("scenarios.approval"));
    m_approval->setWordWrap(true);
    m_approval->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_approval->hide();
    m_restore->setObjectName(QStringLiteral("scenarios.restore"));
    m_revisionsCard->setContent(revisionSide);
    columns->addWidget(m_listCard, 6);
    columns->addWidget(m_revisionsCard, 5);
    layout->addLayout(columns, 1);
    layout->addWidget(m_strip);

    m_list->setModel(&library.scenarios());
    m_list->setItemDelegateForColumn(ScenarioListModel::Title, new TitleDelegate(library, m_list));
    columnsFit(m_list, ScenarioListModel::Title);
    m_revisions->setModel(&library.revisions());
    columnsFit(m_revisions, RevisionListModel::Title);

    connect(m_new, &QAbstractButton::clicked, this, [this] {
        core::Scenario fresh;
        fresh.title = ScenarioTexts::newTitle().toStdString();
        m_opening = true;
        m_library.createNew(fresh);
    });
    connect(m_open, &QAbstractButton::clicked, this, &ScenariosPage::open);
    connect(m_list, &QTreeView::activated, this, &ScenariosPage::open);
    connect(m_duplicate, &QAbstractButton::clicked, this, [this] { m_library.duplicate(chosen()); });
    connect(m_rename, &QAbstractButton::clicked, this, [this] { m_list->edit(m_list->currentIndex().siblingAtColumn(ScenarioListModel::Title)); });
    connect(m_remove, &QAbstractButton::clicked, this, [this] { m_library.remove(chosen()); });
    connect(m_restore, &QAbstractButton::clicked, this, [this] {
        const QModelIndex index = m_revisions->currentIndex();
        if (index.isValid())
            m_library.restore(index.data(RevisionListModel::NumberRole).toInt());
    });
    const auto shortcut = [this](const QKeySequence &keys, QPushButton *target) {
        auto *made = new QShortcut(keys, m_list);
        made->setContext(Qt::WidgetShortcut);
        connect(made, &QShortcut::activated, target, &QPushButton::click);
    };
    shortcut(QKeySequence(Qt::Key_F2), m_rename);
    shortcut(QKeySequence(Qt::Key_Delete), m_remove);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ScenariosPage::showChosen);
    connect(m_revisions->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { m_restore->setEnabled(m_revisions->currentIndex().isValid()); });
    connect(&library.revisions(), &QAbstractItemModel::modelReset, this, [this] { m_restore->setEnabled(false); });
    connect(&library.scenarios(), &QAbstractItemModel::modelReset, this, [this] { choose(m_library.session().documentId()); });
    connect(&library.scenarios(), &QAbstractItemModel::dataChanged, this, &ScenariosPage::showChosen);
    connect(&library, &present::ScenarioLibrary::documentOpened, this, [this] {
        if (m_opening)
            emit opened();
        m_opening = false;
    });
    connect(&library, &present::ScenarioLibrary::approvalChanged, this, [this] {
        m_approval->setText(m_library.approval());
        m_approval->setVisible(!m_library.approval().isEmpty());
    });
    connect(&library, &present::ScenarioLibrary::removed, this, [this](const QString &title) { m_strip->show(Tone::Neutral, ScenarioTexts::removed(title), ScenarioTexts::undo()); });
    connect(&library, &present::ScenarioLibrary::restored, this, [this](int revision) { m_strip->show(Tone::Good, ScenarioTexts::restored(revision)); });
    connect(&library, &present::ScenarioLibrary::failed, this, [this](const core::Error &error) { m_strip->show(Tone::Error, present::ErrorTexts::sentence(error)); });
    connect(m_strip, &MessageStrip::actionTriggered, this, [this] { m_library.undoRemove(); });
    retranslate();
    showChosen();
}

db::ScenarioId ScenariosPage::chosen() const
{
    return m_list->currentIndex().data(ScenarioListModel::IdRole).toLongLong();
}

void ScenariosPage::choose(db::ScenarioId id)
{
    const QModelIndex index = m_library.scenarios().indexOf(id);
    m_list->setCurrentIndex(index.isValid() ? index : m_library.scenarios().index(0, 0));
    showChosen();
}

void ScenariosPage::open()
{
    if (chosen() == 0)
        return;
    m_opening = true;
    m_library.open(chosen());
}

void ScenariosPage::showChosen()
{
    const bool any = m_library.scenarios().rowCount() > 0;
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    const bool one = chosen() != 0;
    for (QPushButton *button : {m_open, m_duplicate, m_rename, m_remove})
        button->setEnabled(one);
    m_revisionsCard->setVisible(one);
    if (!one)
        return;
    m_revisionsCard->setTitle(ScenarioTexts::revisionsTitle(m_list->currentIndex().siblingAtColumn(ScenarioListModel::Title).data().toString()));
    m_library.showHistory(chosen());
}

void ScenariosPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_library.refresh();
}

void ScenariosPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ScenariosPage::retranslate()
{
    setAccessibleName(ScenarioTexts::pageTitle());
    m_listCard->setTitle(ScenarioTexts::pageTitle());
    m_list->setAccessibleName(ScenarioTexts::pageTitle());
    m_new->setText(ScenarioTexts::create());
    m_open->setText(ScenarioTexts::open());
    m_duplicate->setText(ScenarioTexts::duplicate());
    m_rename->setText(ScenarioTexts::rename());
    m_remove->setText(ScenarioTexts::remove());
    m_restore->setText(ScenarioTexts::restore());
    m_empty->setTexts(ScenarioTexts::emptyTitle(), ScenarioTexts::emptyBody());
    m_strip->setCloseText(ScenarioTexts::close());
    m_library.retranslate();
}

} // namespace headroom::ui
