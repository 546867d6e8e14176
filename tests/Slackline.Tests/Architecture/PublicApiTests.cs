using System.Reflection;
using System.Runtime.CompilerServices;
using Slackline.Timing;

namespace Slackline.Tests.Architecture;

/// <summary>
/// What users of the library can see is in PublicApi.txt: a change there is meant, and is read in a review. With SLACKLINE_APPROVE=1 the test writes the file anew.
/// </summary>
public sealed class PublicApiTests
{
    // Of the models of reports the names are enough: each has a test of its own that it prints back, and what run_report shows of it.
    private static readonly string[] s_models = ["Checks", "Design", "Search", "Headings", "Data", "Paths"];

    [Fact]
    public void What_users_see_is_what_was_approved()
    {
        string file = Path.Combine(SourceFolder(), "PublicApi.txt");
        string[] seen = [.. typeof(PathChunk).Assembly.GetExportedTypes().OrderBy(static type => type.FullName, StringComparer.Ordinal).SelectMany(Lines)];
        if (Environment.GetEnvironmentVariable("SLACKLINE_APPROVE") == "1")
        {
            File.WriteAllLines(file, seen);
        }

        string[] approved = File.ReadAllLines(file);
        string[] changes = [.. approved.Except(seen).Select(static line => "- " + line), .. seen.Except(approved).Select(static line => "+ " + line)];
        Assert.True(changes.Length == 0, string.Join('\n', changes));
        Assert.Equal(approved.Length, seen.Length);
    }

    private static IEnumerable<string> Lines(Type type)
    {
        string name = Name(type);
        yield return $"{Kind(type)} {name}";
        if (Array.Exists(s_models, model => type.Namespace == "Slackline.Reports." + model) || type.IsEnum)
        {
            foreach (string value in type.IsEnum ? Enum.GetNames(type) : [])
            {
                yield return $"{name}.{value}";
            }

            yield break;
        }

        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<string> members = type.GetMembers(Declared).Select(Member).OfType<string>().Where(static member => !IsOfRecord(member));
        foreach (string member in members.Order(StringComparer.Ordinal))
        {
            yield return $"{name}.{member}";
        }
    }

    private static string? Member(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        PropertyInfo property => $"{property.Name}{(property.GetIndexParameters() is { Length: > 0 } index ? $"[{string.Join(", ", index.Select(static at => Name(at.ParameterType)))}]" : "")}: {Name(property.PropertyType)}{Setter(property)}",
        FieldInfo field => $"{field.Name}: {Name(field.FieldType)}",
        EventInfo happening => $"event {happening.Name}",
        MethodInfo { IsSpecialName: false } method => $"{method.Name}({Parameters(method)}): {Name(method.ReturnType)}",
        _ => null,
    };

    private static string Setter(PropertyInfo property) => property.SetMethod is not { IsPublic: true } setter ? ""
        : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init"
        : " set";

    // What the compiler adds to records says nothing of its own.
    private static bool IsOfRecord(string member) =>
        member.StartsWith("<Clone>$", StringComparison.Ordinal) || member.StartsWith("Deconstruct(", StringComparison.Ordinal) || member.StartsWith("Equals(", StringComparison.Ordinal)
        || member is "GetHashCode(): Int32" or "ToString(): String";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(static parameter => Name(parameter.ParameterType) + (parameter.HasDefaultValue ? "?" : "")));

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        { IsSealed: true } => "sealed class",
        { IsAbstract: true } => "abstract class",
        _ => "class",
    };

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return "ref " + Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        string name = (type.IsNested && !type.IsGenericParameter ? Name(type.DeclaringType!) + "." : "") + type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
