// SPDX-License-Identifier: EPL-2.0
// The schemas of @dcl/ecs 7.28.0 as far as jsonSchema and create() show them; nothing is ever serialised here.
(function () {
    'use strict';

    const schema = (create, type, serializationType, more) => ({
        create,
        jsonSchema: { type, ...more, serializationType }
    });
    const flat = (initial, type, serializationType) => schema(() => initial, type, serializationType);
    const numbers = (keys) => Object.fromEntries([...keys].map((key) => [key, { type: 'number' }]));
    const zeros = (keys) => Object.fromEntries([...keys].map((key) => [key, 0]));
    // Vector3 declares a w that no value of it has.
    const tuple = (name, keys, declared = keys) =>
        schema(() => zeros(keys), 'object', name, { properties: numbers(declared) });

    const basic = {
        Boolean: flat(false, 'boolean', 'boolean'),
        String: flat('', 'string', 'utf8-string'),
        Float: flat(0, 'number', 'float32'),
        Double: flat(0, 'number', 'float64'),
        Byte: flat(0, 'integer', 'int8'),
        Short: flat(0, 'integer', 'int16'),
        Int: flat(0, 'integer', 'int32'),
        Int64: flat(0, 'integer', 'int64'),
        Vector3: tuple('vector3', 'xyz', 'xyzw'),
        Quaternion: tuple('quaternion', 'xyzw'),
        Color3: tuple('color3', 'rgb'),
        Color4: tuple('color4', 'rgba'),
        Entity: flat(0, 'integer', 'entity')
    };

    const reflect = (spec) => {
        const properties = {};
        for (const key of Object.keys(spec)) properties[key] = spec[key].jsonSchema;
        return properties;
    };

    const int32 = (value) => value >= -(2 ** 31) && value <= 2 ** 31 - 1;

    function EnumNumber(enumObject, initial) {
        let keys = 0;
        let values = 0;
        for (const key in enumObject) {
            keys++;
            if (typeof enumObject[key] !== 'number') continue;
            values++;
            if (!int32(enumObject[key])) {
                throw new Error('Enum member values must be numbers within the range of -2147483648 to 2147483647.');
            }
        }
        // TypeScript also writes the way back, from each value to its name.
        if (keys !== values * 2) throw new Error('All enum member values must be of numeric type.');
        const members = Object.values(enumObject).filter((value) => Number.isInteger(value));
        return enumeration('integer', 'enum-int', members, enumObject, initial);
    }

    function EnumString(enumObject, initial) {
        for (const key in enumObject) {
            if (typeof enumObject[key] !== 'string') throw new Error('All enum member values must be of string type.');
        }
        return enumeration('string', 'enum-string', Object.values(enumObject), enumObject, initial);
    }

    function enumeration(type, serializationType, members, enumObject, initial) {
        return {
            create: () => initial,
            jsonSchema: { type, enum: members, default: initial, serializationType, enumObject }
        };
    }

    const List = (type) => schema(() => [], 'array', 'array', { items: type.jsonSchema });

    function Struct(spec, initial) {
        const extend = (base) => {
            const value = {};
            for (const key in spec) value[key] = spec[key].create();
            return { ...value, ...initial, ...base };
        };
        return { ...schema(() => extend(), 'object', 'map', { properties: reflect(spec) }), extend };
    }

    const Optional = (spec) => ({
        create: () => undefined,
        jsonSchema: {
            type: spec.jsonSchema.type,
            serializationType: 'optional',
            optionalJsonSchema: spec.jsonSchema
        }
    });

    const OneOf = (specs) => schema(() => ({}), 'object', 'one-of', { properties: reflect(specs) });

    const flatByName = new Map(Object.values(basic).map((one) => [one.jsonSchema.serializationType, one]));

    const specOf = (properties) => {
        const spec = {};
        for (const key in properties) spec[key] = fromJson(properties[key]);
        return spec;
    };

    function fromJson(json) {
        const known = flatByName.get(json.serializationType);
        if (known) return known;
        switch (json.serializationType) {
            case 'map': return Struct(specOf(json.properties));
            case 'one-of': return OneOf(specOf(json.properties));
            case 'optional': return Optional(fromJson(json.optionalJsonSchema));
            case 'array': return List(fromJson(json.items));
            case 'enum-int': return EnumNumber(json.enumObject, json.default);
            case 'enum-string': return EnumString(json.enumObject, json.default);
            default: throw new Error(`${json.serializationType} is not supported as reverse schema generation.`);
        }
    }

    return { ...basic, Number: basic.Float, EnumNumber, EnumString, Array: List, Map: Struct, Optional, OneOf, fromJson };
})()
