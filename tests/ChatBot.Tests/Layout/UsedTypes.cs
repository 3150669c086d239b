using System.Reflection;
using System.Reflection.Emit;

namespace ChatBot.Tests.Layout;

/// <summary>
/// Which types a type uses, read from what the compiler made of it: bases, members, attributes, locals and every instruction of its methods. Unlike
/// `using` lines this misses neither a name written in full nor one found through an enclosing namespace.
/// </summary>
internal static class UsedTypes
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The types that the type itself uses, those of its nested types not included.</summary>
    public static IReadOnlySet<Type> Of(Type type)
    {
        var used = new HashSet<Type>();
        Add(used, type.BaseType);
        Add(used, type.GetInterfaces());
        Add(used, type.GetGenericArguments().Where(x => x.IsGenericParameter).SelectMany(x => x.GetGenericParameterConstraints()));
        AddAttributes(used, type);
        foreach (var field in type.GetFields(Own))
        {
            Add(used, field.FieldType);
            AddAttributes(used, field);
        }

        foreach (var member in type.GetMembers(Own).OfType<PropertyInfo>())
        {
            Add(used, member.PropertyType);
            AddAttributes(used, member);
        }

        foreach (var method in type.GetMembers(Own).OfType<MethodBase>())
        {
            AddMethod(used, method);
        }

        return used;
    }

    private static void AddMethod(HashSet<Type> used, MethodBase method)
    {
        AddAttributes(used, method);
        Add(used, method.GetParameters().Select(x => x.ParameterType));
        Add(used, (method as MethodInfo)?.ReturnType);
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        Add(used, body.LocalVariables.Select(x => x.LocalType));
        Add(used, body.ExceptionHandlingClauses.Where(x => x.Flags == ExceptionHandlingClauseOptions.Clause).Select(x => x.CatchType));
        foreach (var token in Tokens(body.GetILAsByteArray()!))
        {
            var generics = method.DeclaringType is { IsGenericType: true } declaring ? declaring.GetGenericArguments() : null;
            switch (method.Module.ResolveMember(token, generics, method.IsGenericMethod ? method.GetGenericArguments() : null))
            {
                case Type named:
                    Add(used, named);
                    break;
                case FieldInfo field:
                    Add(used, field.DeclaringType);
                    Add(used, field.FieldType);
                    break;
                case MethodBase called:
                    Add(used, called.DeclaringType);
                    Add(used, called.GetParameters().Select(x => x.ParameterType));
                    Add(used, (called as MethodInfo)?.ReturnType);
                    Add(used, called.IsGenericMethod ? called.GetGenericArguments() : []);
                    break;
            }
        }
    }

    /// <summary>The metadata tokens of members and types among the instructions.</summary>
    private static IEnumerable<int> Tokens(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? Codes[(short)(0xFE00 | il[at + 1])] : Codes[il[at]];
            at += code.Size;
            switch (code.OperandType)
            {
                case OperandType.InlineType or OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok:
                    yield return BitConverter.ToInt32(il, at);
                    at += 4;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + (4 * BitConverter.ToInt32(il, at));
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    at += 1;
                    break;
                case OperandType.InlineVar:
                    at += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    at += 8;
                    break;
                default:
                    at += 4;
                    break;
            }
        }
    }

    private static void AddAttributes(HashSet<Type> used, MemberInfo member)
    {
        foreach (var attribute in member.GetCustomAttributesData())
        {
            Add(used, attribute.AttributeType);
            Add(used, attribute.ConstructorArguments.Select(x => x.Value).OfType<Type>());
        }
    }

    private static void Add(HashSet<Type> used, IEnumerable<Type?> types)
    {
        foreach (var type in types)
        {
            Add(used, type);
        }
    }

    private static void Add(HashSet<Type> used, Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(used, type.GetElementType());
            return;
        }

        if (used.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type))
        {
            Add(used, type.IsGenericType ? type.GetGenericArguments() : []);
        }
    }
}
