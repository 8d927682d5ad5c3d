using System.Globalization;
using System.Text;

namespace Helpline.Core.Locations;

/// <summary>A comma-separated table with a header row. Anything malformed is an <see cref="InvalidDataException"/> with file and line.</summary>
internal sealed class CsvTable
{
    private readonly string file;
    private readonly Dictionary<string, int> columns;

    private CsvTable(string file, Dictionary<string, int> columns, List<CsvRow> rows)
    {
        this.file = file;
        this.columns = columns;
        Rows = rows;
    }

    public IReadOnlyList<CsvRow> Rows { get; }

    public static CsvTable Read(string path, params string[] required)
    {
        var file = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{file} is missing from {Path.GetDirectoryName(path)}.");
        }

        using var reader = new StreamReader(path, Encoding.UTF8);
        var header = Split(reader.ReadLine() ?? "", file, 1);
        var columns = header.Select((name, index) => (name, index)).ToDictionary(c => c.name, c => c.index, StringComparer.Ordinal);
        if (required.FirstOrDefault(r => !columns.ContainsKey(r)) is { } missing)
        {
            throw new InvalidDataException($"{file} line 1: column '{missing}' is missing.");
        }

        var rows = new List<CsvRow>();
        var table = new CsvTable(file, columns, rows);
        for (var (number, line) = (2, reader.ReadLine()); line is not null; number++, line = reader.ReadLine())
        {
            if (line.Length == 0)
            {
                continue;
            }

            var fields = Split(line, file, number);
            if (fields.Count != header.Count)
            {
                throw new InvalidDataException($"{file} line {number}: {fields.Count} fields, expected {header.Count}.");
            }

            rows.Add(new CsvRow(table, number, fields));
        }

        return rows.Count == 0 ? throw new InvalidDataException($"{file} has no rows.") : table;
    }

    private static List<string> Split(string line, string file, int number)
    {
        var fields = new List<string>();
        for (var at = 0; ; at++)
        {
            if (at < line.Length && line[at] == '"')
            {
                fields.Add(Quoted(line, ref at, file, number));
            }
            else
            {
                var end = line.IndexOf(',', at);
                end = end < 0 ? line.Length : end;
                fields.Add(line[at..end].Trim());
                at = end;
            }

            if (at >= line.Length)
            {
                return fields;
            }
        }
    }

    private static string Quoted(string line, ref int at, string file, int number)
    {
        var value = new StringBuilder();
        for (at++; at < line.Length; at++)
        {
            if (line[at] != '"')
            {
                value.Append(line[at]);
            }
            else if (at + 1 < line.Length && line[at + 1] == '"')
            {
                value.Append(line[at++]);
            }
            else
            {
                at++;
                return at == line.Length || line[at] == ','
                    ? value.ToString()
                    : throw new InvalidDataException($"{file} line {number}: text after a closing quotation mark.");
            }
        }

        throw new InvalidDataException($"{file} line {number}: a quotation mark is not closed.");
    }

    internal sealed class CsvRow(CsvTable table, int line, List<string> fields)
    {
        public int Line => line;

        public string this[string column] => fields[table.columns[column]];

        public string Required(string column) => this[column] is { Length: > 0 } value ? value : throw Wrong($"'{column}' is empty");

        public int Number(string column, int min, int max) =>
            int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
                ? value
                : throw Wrong($"'{column}' must be a whole number from {min} to {max}");

        public DateOnly Date(string column) =>
            DateOnly.TryParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
                ? value
                : throw Wrong($"'{column}' must be a date written 2027-04-01");

        public InvalidDataException Wrong(string what) => new($"{table.file} line {line}: {what}.");
    }
}
