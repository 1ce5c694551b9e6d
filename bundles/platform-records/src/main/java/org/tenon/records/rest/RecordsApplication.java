package org.tenon.records.rest;

import java.util.Set;
import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.tenon.records.access.RecordOpenings;
import org.tenon.records.access.SharesResource;
import org.tenon.records.access.TeamsResource;
import org.tenon.records.bulk.BulkResource;
import org.tenon.records.bulk.TransfersResource;
import org.tenon.records.custom.FieldsResource;
import org.tenon.records.attachments.AttachmentsResource;
import org.tenon.records.comments.CommentsResource;
import org.tenon.records.comments.MentionsResource;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.dictionary.DictionaryEditor;
import org.tenon.records.duplicates.DuplicatesResource;
import org.tenon.records.duplicates.RulesResource;
import org.tenon.records.exports.ExportsResource;
import org.tenon.records.imports.ImportsResource;
import org.tenon.records.layout.Layouts;
import org.tenon.records.layout.LayoutsResource;
import org.tenon.records.merge.MergesResource;
import org.tenon.records.model.RecordModels;
import org.tenon.records.parameters.ParametersResource;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.RecordReader;
import org.tenon.records.views.ViewsResource;
import org.tenon.records.settings.SettingsLog;
import org.tenon.records.stream.TimelineResource;
import org.tenon.records.templates.TemplatesResource;
import org.tenon.sdk.text.Labels;

/** {@code /api/records}. */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/records")
@JaxrsName("records")
public final class RecordsApplication extends Application {

    private final Set<Object> resources;

    @Activate
    public RecordsApplication(@Reference RecordModels models, @Reference RecordPolicy policy, @Reference RecordReader reader,
                              @Reference Dictionaries dictionaries, @Reference DictionaryEditor editor, @Reference Labels labels, @Reference RecordOpenings openings,
                              @Reference GroupsResource groups, @Reference RehearsalsResource rehearsals, @Reference ViewsResource views, @Reference DuplicatesResource duplicates, @Reference RulesResource duplicateRules,
                              @Reference FieldsResource fields, @Reference MergesResource merges,
                              @Reference Layouts layouts, @Reference LayoutsResource forms,
                              @Reference ExportsResource exports, @Reference ImportsResource imports, @Reference ParametersResource parameters, @Reference TemplatesResource templates,
                              @Reference BulkResource bulk, @Reference TransfersResource transfers,
                              @Reference CommentsResource comments, @Reference MentionsResource mentions,
                              @Reference AttachmentsResource attachments, @Reference TimelineResource timeline, @Reference SettingsLog settings) {
        this.resources = Set.of(new TypesResource(models, policy, new Metadata(models, policy, labels, layouts, dictionaries)),
                new DictionariesResource(dictionaries, editor, models, labels, settings), new OptionsResource(models, policy, reader),
                new TeamsResource(openings), new SharesResource(openings), groups, rehearsals, views, duplicates, duplicateRules,
                fields, forms, merges, exports, imports, parameters, templates, bulk, transfers,
                comments, mentions, attachments, timeline);
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}
