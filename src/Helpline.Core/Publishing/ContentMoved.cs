using Helpline.Core.Common;

namespace Helpline.Core.Publishing;

/// <summary>What is served, marked or known of the law changed: every node looks at the database. Carries no content.</summary>
public sealed record ContentMoved : DomainEvent;
