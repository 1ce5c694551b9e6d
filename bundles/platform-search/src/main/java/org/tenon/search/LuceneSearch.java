package org.tenon.search;

import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tenon.search.index.Indexer;
import org.tenon.search.query.Finder;
import org.tenon.sdk.record.ChangeFeed;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.search.SearchEngine;
import org.tenon.sdk.search.SearchQuery;
import org.tenon.sdk.search.SearchSource;

/** The index over records, with Lucene, in {@code TENON_HOME/index/records}. It is this node's own; each node has one. */
@Component(service = SearchEngine.class, immediate = true)
public final class LuceneSearch implements SearchEngine, AutoCloseable {

    private final Indexer indexer;
    private final Finder finder;
    private final ChangeFeed feed;

    @Activate
    public LuceneSearch(@Reference ChangeFeed feed, @Reference SearchSource source, @Reference RecordDirectory directory) {
        this(home().resolve("index").resolve("records"), feed, source, directory);
    }

    /** For whoever assembles by hand. @param folder the index's own, made if it is not there */
    public LuceneSearch(Path folder, ChangeFeed feed, SearchSource source, RecordDirectory directory) {
        this.feed = feed;
        this.indexer = new Indexer(folder, feed, source, directory);
        this.finder = new Finder(indexer, source, directory);
    }

    @Override
    public Matches find(SearchQuery query) {
        return finder.find(query);
    }

    @Override
    public IndexState state() {
        long position = indexer.position();
        return new IndexState(indexer.building(), indexer.percent(), finder.size(), position, Math.max(0, feed.latest() - position));
    }

    @Override
    @Deactivate
    public void close() {
        indexer.close();
    }

    /** Ends as a crash would: what was not committed to the files is lost. */
    void crash() {
        indexer.crash();
    }

    private static Path home() {
        String chosen = System.getProperty("tenon.home", "");
        return chosen.isBlank() ? Path.of(System.getProperty("user.home"), ".tenon") : Path.of(chosen);
    }
}
