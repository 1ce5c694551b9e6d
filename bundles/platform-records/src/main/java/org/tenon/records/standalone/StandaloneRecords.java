package org.tenon.records.standalone;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.persistence.standalone.StandalonePersistence;
import org.tenon.records.access.Explanations;
import org.tenon.records.access.RecordOpenings;
import org.tenon.records.custom.CustomFields;
import org.tenon.records.custom.CustomTexts;
import org.tenon.records.custom.FieldAdmin;
import org.tenon.records.custom.FieldReady;
import org.tenon.records.custom.Upkeep;
import org.tenon.records.bulk.Bulk;
import org.tenon.records.bulk.BulkJob;
import org.tenon.records.bulk.BulkRows;
import org.tenon.records.bulk.BulkWork;
import org.tenon.records.bulk.TransferJob;
import org.tenon.records.bulk.UndoJob;
import org.tenon.records.attachments.Attachments;
import org.tenon.records.comments.Comments;
import org.tenon.records.comments.Mentions;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.duplicates.DuplicateDesk;
import org.tenon.records.duplicates.DuplicateScan;
import org.tenon.records.duplicates.DuplicateRules;
import org.tenon.records.duplicates.Duplicates;
import org.tenon.records.duplicates.RuleDesk;
import org.tenon.records.exports.ExportJob;
import org.tenon.records.exports.Exports;
import org.tenon.records.imports.Companions;
import org.tenon.records.imports.ImportDesk;
import org.tenon.records.imports.ImportParameters;
import org.tenon.records.imports.ImportRetention;
import org.tenon.records.imports.Importer;
import org.tenon.records.layout.Layouts;
import org.tenon.records.log.ChangeAudit;
import org.tenon.records.log.ChangeLabels;
import org.tenon.records.log.ChangeLog;
import org.tenon.records.log.Erasure;
import org.tenon.records.log.RecordTimeline;
import org.tenon.records.log.Retention;
import org.tenon.records.log.SequencedFeed;
import org.tenon.records.log.Sequencer;
import org.tenon.records.merge.Absorbed;
import org.tenon.records.merge.MergeViews;
import org.tenon.records.merge.Merges;
import org.tenon.records.model.RecordModels;
import org.tenon.records.parameters.StoredParameters;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.Askers;
import org.tenon.records.query.GroupReader;
import org.tenon.records.query.IdWalk;
import org.tenon.records.query.RecordFinder;
import org.tenon.records.query.RecordReader;
import org.tenon.records.query.RecordTitles;
import org.tenon.records.query.SensitiveLooks;
import org.tenon.records.rest.OptionsResource;
import org.tenon.records.retention.RecordRemains;
import org.tenon.records.stream.RecordStream;
import org.tenon.records.templates.PrintParameters;
import org.tenon.records.templates.Templates;
import org.tenon.records.views.SavedViews;
import org.tenon.records.search.RecordDocuments;
import org.tenon.records.write.JpaRecords;
import org.tenon.records.write.LivingRecords;
import org.tenon.records.write.RuleBook;
import org.tenon.sdk.audit.Audit;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.Jobs;
import org.tenon.sdk.record.ChangeFeed;
import org.tenon.sdk.record.DictionaryContribution;
import org.tenon.sdk.record.ImportCompanion;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.record.RecordRules;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.job.Jobs;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.search.SearchEngine;
import org.tenon.sdk.search.SearchSource;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.tx.Tx;

/**
 * The record engine without a container, for tests and tools: exactly what runs in the container, but for who brings the areas.
 *
 * <pre>{@code
 * try (var engine = StandaloneRecords.open(DatabaseConfig.of(url, user, password))) {
 *     engine.area("customers", Customer.class, Customer.class, Contact.class).rules(new CustomerRules());
 *     RecordView made = Caller.system("test").run(() -> engine.records().of(Customer.class).create(Map.of("name", "榫卯")));
 * }
 * }</pre>
 *
 * The system may do everything; members what {@link #grant} or {@link #directory} say.
 */
public final class StandaloneRecords implements AutoCloseable {

    private final StandalonePersistence persistence;
    private final StandaloneLabels labels = new StandaloneLabels();
    private final StandaloneDirectory directory = new StandaloneDirectory();
    private final RecordModels models;
    private final CustomFields fields;
    private final FieldAdmin fieldAdmin;
    private final RuleBook rules = new RuleBook();
    private final Companions companions = new Companions();
    private final Dictionaries dictionaries = new Dictionaries(labels);
    private final Sequencer sequencer;
    private final SequencedFeed feed;
    private final JpaRecords records;
    private final DuplicateRules duplicateRules;
    private final Duplicates duplicates;
    private final DuplicateDesk duplicateDesk;
    private final DuplicateScan duplicateScan;
    private final RecordPolicy policy;
    private final RecordTitles titles;
    private final Askers askers;
    private final ChangeLog log;
    private final Merges merges;
    private final MergeViews mergeViews;
    private final RecordOpenings openings;
    private final RecordReader reader;
    private final RecordTimeline timeline;
    private final LivingRecords living;
    private final Comments comments;
    private final Mentions mentions;
    private final GroupReader groups;
    private final SavedViews views;
    private final RecordDocuments documents;

    private final StoredParameters parameters;
    private final Layouts layouts;
    private final Templates templates;
    private final List<String> acts = new CopyOnWriteArrayList<>();

    private StandaloneRecords(StandalonePersistence persistence) {
        this.persistence = persistence;
        Db db = persistence.db();
        Tx tx = persistence.tx();
        PersistenceUnit ours = persistence.unit("records", ChangeLog.class);
        labels.add("records", ChangeLog.class.getClassLoader());
        this.parameters = new StoredParameters(db, ours, labels);
        parameters.add(new ImportParameters());
        parameters.add(new PrintParameters());
        CustomTexts texts = new CustomTexts();
        labels.add(texts);
        this.fields = new CustomFields(db, ours, texts, dictionaries);
        this.models = RecordModels.extended(fields);
        this.policy = new RecordPolicy(db, directory);
        this.sequencer = new Sequencer(db, ours);
        this.feed = new SequencedFeed(db, sequencer, models, policy);
        this.documents = new RecordDocuments(models, policy, db);
        this.titles = new RecordTitles(models, policy, db);
        this.askers = new Askers(models, policy, dictionaries, db);
        this.reader = new RecordReader(policy, titles, dictionaries, askers, db);
        this.groups = new GroupReader(policy, titles, dictionaries, askers, db);
        this.templates = new Templates(db, ours, models, policy, reader, parameters);
        this.views = new SavedViews(db, tx, models, policy, askers, titles, ours);
        this.timeline = new RecordTimeline(db, policy, new ChangeLabels(labels, dictionaries, titles));
        this.log = new ChangeLog(db, tx, sequencer);
        this.openings = new RecordOpenings(db, tx, models, policy, titles, log, labels);
        this.duplicateRules = new DuplicateRules(db, ours);
        this.duplicates = new Duplicates(db, models, policy, labels, duplicateRules);
        this.duplicateDesk = new DuplicateDesk(db, tx, models, policy, reader, labels, duplicateRules);
        this.duplicateScan = new DuplicateScan(db, models, duplicateRules);
        this.living = new LivingRecords(db, models, policy, log);
        this.comments = new Comments(db, tx, living, policy, titles);
        this.mentions = new Mentions(db, titles, living);
        this.records = new JpaRecords(db, tx, models, policy, reader, log, timeline, labels, dictionaries, rules,
                new Explanations(policy, labels, titles).with(directory), duplicateRules).with(directory);
        this.fieldAdmin = new FieldAdmin(db, tx, fields, models, log, labels, dictionaries, records, new Upkeep(records, models, new FieldReady(db, tx, fields)),
                (kind, detail) -> acts.add(kind + ": " + detail));
        this.layouts = new Layouts(db, tx, fields, models, policy, titles, log, (kind, detail) -> acts.add(kind + ": " + detail), labels);
        this.merges = new Merges(db, tx, models, policy, records);
        this.mergeViews = new MergeViews(db, models, policy, reader, titles, labels);
    }

    /** Migrates our tables and starts. */
    public static StandaloneRecords open(DatabaseConfig config) {
        return new StandaloneRecords(StandalonePersistence.open(config));
    }

    /**
     * Brings an area: migrates it, opens its unit, takes in its record types and texts.
     *
     * @param anchor   a class of the area; scripts {@code db/*.sql} and texts {@code i18n/*} lie beside it
     * @param entities its entity classes, enhanced
     */
    public StandaloneRecords area(String area, Class<?> anchor, Class<?>... entities) {
        return area(persistence.unit(area, anchor, entities));
    }

    /** Takes the area's types out again, as when its bundle stops. */
    public StandaloneRecords leave(PersistenceUnit unit) {
        models.remove(unit);
        return this;
    }

    /** {@link #area(String, Class, Class...)} with a unit opened through {@link #persistence()}. */
    public StandaloneRecords area(PersistenceUnit unit) {
        labels.add(unit.area(), unit.loader());
        models.add(unit);
        return this;
    }

    public StandaloneRecords rules(RecordRules<?> arrived) {
        rules.add(arrived);
        return this;
    }

    /** Imports from files of this store; their jobs are the three of {@code ImportJob} on it. */
    public Importer importer(FileStore files) {
        return new Importer(db(), tx(), models, policy, new RecordFinder(db(), policy), duplicates, records, labels, dictionaries, companions, files);
    }

    /** What clears away old imports, when told to. */
    public ImportRetention importRetention(Importer importer, Jobs jobs) {
        return new ImportRetention(importer, jobs, parameters);
    }

    public ImportDesk imports(Importer importer, FileStore files, Jobs jobs) {
        return new ImportDesk(importer, tx(), files, jobs, models, policy, titles, new ChangeLabels(labels, dictionaries, titles), labels,
                importRetention(importer, jobs));
    }

    /** Parameters of records. */
    public StoredParameters parameters() {
        return parameters;
    }

    public StandaloneRecords companion(ImportCompanion arrived) {
        companions.add(arrived);
        return this;
    }

    public StandaloneRecords dictionaries(DictionaryContribution arrived) {
        dictionaries.add(arrived);
        return this;
    }

    /** The organisation to go by from now on, instead of {@link #grant}. */
    public StandaloneRecords directory(Directory organisation) {
        directory.use(organisation);
        return this;
    }

    /** What a member may do. @param department their main one, null for none */
    public StandaloneRecords grant(long member, Grants allowed, @Nullable Long department) {
        directory.grant(member, allowed, department);
        return this;
    }

    public Records records() {
        return records;
    }

    /** Teams and shares. */
    public RecordOpenings openings() {
        return openings;
    }

    public SavedViews views() {
        return views;
    }

    /** What takes orders for exports and puts them into this queue. */
    public Exports exports(Jobs jobs) {
        return new Exports(models, policy, reader, views, jobs, labels);
    }

    /** What does them. */
    public ExportJob exportJob(FileStore files, Audit audit) {
        return new ExportJob(models, policy, reader, files, audit, labels);
    }

    /** The groups of a list for the present caller. */
    public List<GroupReader.Group> groups(String type, String field, RecordQuery query) {
        return groups.groups(models.require(type), field, query, null);
    }

    public Duplicates duplicates() {
        return duplicates;
    }

    /** The rules about duplicates, changed past all permissions. @param audit where changes are told */
    public RuleDesk duplicateRules(Audit audit) {
        return new RuleDesk(tx(), models, duplicateRules, audit, labels);
    }

    public DuplicateDesk duplicateDesk() {
        return duplicateDesk;
    }

    /** The handler of the job that scans a type. */
    public DuplicateScan duplicateScan() {
        return duplicateScan;
    }

    public Merges merges() {
        return merges;
    }

    public MergeViews mergeViews() {
        return mergeViews;
    }

    public Templates templates() {
        return templates;
    }

    public RecordModels models() {
        return models;
    }

    public Layouts layouts() {
        return layouts;
    }

    /** What administrators did, as the system log would have it: {@code <kind>: <detail>}, in order. */
    public List<String> acts() {
        return List.copyOf(acts);
    }

    /** Custom fields. */
    public FieldAdmin fields() {
        return fieldAdmin;
    }

    /**
     * Changes to many records at once.
     *
     * @param queue    where they are submitted
     * @param handlers takes in what does them
     * @param files    where lists of refused records go, null for nowhere
     */
    public Bulk bulk(Jobs queue, Consumer<JobHandler> handlers, @Nullable FileStore files) {
        IdWalk walk = new IdWalk(policy, askers, persistence.db());
        BulkRows rows = new BulkRows(persistence.db());
        BulkWork work = new BulkWork(models, records, rows, titles, labels, db()).with(files, directory);
        handlers.accept(new BulkJob(work, walk));
        handlers.accept(new TransferJob(work, walk));
        handlers.accept(new UndoJob(work, rows, log));
        return new Bulk(models, policy, records, walk, titles, work, rows, labels).with(queue);
    }

    /** Comments. */
    public Comments comments() {
        return comments;
    }

    /** Where members are mentioned. */
    public Mentions mentions() {
        return mentions;
    }

    /** Files of records. @param files where they are kept */
    public Attachments attachments(FileStore files) {
        return new Attachments(files, living, reader, persistence.tx());
    }

    /** Timelines of everything. @param files where attachments are kept */
    public RecordStream stream(FileStore files) {
        return new RecordStream(living, timeline, comments, attachments(files), models, policy, reader, labels, new Absorbed(db()), titles);
    }

    public ChangeFeed changes() {
        return feed;
    }

    /** The search index to ask from now on, null for none. */
    public StandaloneRecords search(@Nullable SearchEngine engine) {
        askers.with(engine);
        return this;
    }

    /** What there is to choose from, as pickers ask for it. */
    public OptionsResource options() {
        return new OptionsResource(models, policy, reader);
    }

    /** Where the files lie that fields of records name. */
    public StandaloneRecords files(FileStore store) {
        records.with(store);
        comments.with(store);
        titles.with(store);
        return this;
    }

    /** What a search index is made of. */
    public SearchSource documents() {
        return documents;
    }

    /** What empties the history of an area. */
    public Erasure erasure() {
        return new Erasure(persistence.db(), persistence.tx(), log);
    }

    /** What is kept about an area's records beside its tables. */
    public RecordRemains remains() {
        return new RecordRemains(persistence.db(), erasure(), fields);
    }

    /** What purges the change log. */
    public Retention retention() {
        return new Retention(persistence.db(), persistence.tx(), log);
    }

    /** Notes looks at sensitive fields from now on. */
    public SensitiveLooks looks(Audit audit) {
        SensitiveLooks looks = new SensitiveLooks(audit, persistence.tx());
        reader.with(looks);
        return looks;
    }

    public ChangeAudit audit() {
        return new ChangeAudit(persistence.db());
    }

    public RecordDirectory types() {
        return models;
    }

    public Labels labels() {
        return labels;
    }

    public Directory directory() {
        return directory;
    }

    public Tx tx() {
        return persistence.tx();
    }

    public Db db() {
        return persistence.db();
    }

    public StandalonePersistence persistence() {
        return persistence;
    }

    @Override
    public void close() {
        feed.close();
        sequencer.close();
        fields.close();
        persistence.close();
    }
}
